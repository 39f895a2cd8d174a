import * as z from 'zod/mini';
import type { Access } from './access.ts';
import type { Endpoint, Fields, Nothing } from './contract.ts';

const MOST_ON_A_PAGE = 100;
const USUAL_PAGE = 50;

type Shape = Readonly<Record<string, z.core.$ZodType>>;
type Item = z.core.$ZodObject;

/** A field of the items, upwards, or downwards with a minus before it. The last one tells any two items apart. */
type Key<I extends Item> = `${'' | '-'}${keyof z.output<I> & string}`;

/** How a list may be ordered: by fields that its items show, each order all upwards or all downwards. The first is the usual one. */
export type Orders = Readonly<Record<string, readonly string[]>>;

const pageQuery = <O extends string, F extends Shape>(orders: readonly [O, ...O[]], filters: F) =>
  z.object({
    ...filters,
    order: z._default(z.enum(orders), orders[0]),
    /** Where the page before ended, as it said so itself; without it the first page. */
    cursor: z.optional(z.string().check(z.maxLength(2000))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_ON_A_PAGE)), USUAL_PAGE),
  });

const pageOf = <I extends Item>(item: I) =>
  z.object({
    items: z.array(item),
    /** The cursor of the page after this one; null: this is the last. */
    next: z.nullable(z.string()),
    /** How many there are in all, on every page together. */
    total: z.int(),
  });

export type PageQuery<O extends string, F extends Shape> = ReturnType<typeof pageQuery<O, F>>;
export type PageAnswer<I extends Item> = ReturnType<typeof pageOf<I>>;

/** An endpoint that answers a list, page by page. */
export type ListEndpoint<
  A extends Access = Access,
  P extends Fields | undefined = Fields | undefined,
  Q extends Fields = Fields,
  I extends Item = Item,
> = Endpoint<A, P, Q, undefined, PageAnswer<I>> & { readonly orders: Orders };

/**
 * A list: what stands in it, by what it may be filtered and in which orders it may be read. It is read from page to page
 * with a cursor, which says after which item the next page begins; so nothing is seen twice or missed when something is
 * added meanwhile, as with a page number.
 */
/* @__NO_SIDE_EFFECTS__ */
export function list<
  const A extends Access,
  I extends Item,
  const O extends Readonly<Record<string, readonly [Key<I>, ...Key<I>[]]>>,
  P extends Fields | undefined = undefined,
  F extends Shape = Nothing,
>(contract: {
  readonly url: string;
  readonly access: A;
  readonly summary: string;
  readonly params?: P;
  readonly filters?: F;
  readonly orders: O;
  readonly item: I;
  readonly callsPerMinute?: number;
}): ListEndpoint<A, P, PageQuery<keyof O & string, F>, I> {
  const { filters, item, ...rest } = contract;
  const orders = Object.keys(contract.orders) as [keyof O & string, ...(keyof O & string)[]];
  return {
    ...rest,
    method: 'GET',
    query: pageQuery<keyof O & string, F>(orders, filters ?? ({} as F)),
    answer: pageOf(item),
  };
}
