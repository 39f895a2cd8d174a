import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Statement, Transaction } from '#packages/database';
import type { AnswerOf, AnyEndpoint, ListEndpoint, Orders } from '#packages/http';
import { type Refusal, refuse } from '#packages/kernel';

type ItemOf<E extends ListEndpoint> = AnswerOf<E>['items'][number];

/**
 * Reads the page that was asked for from `rows`, a query of all that is in the list. Its columns are called as the fields
 * of the items are; `as` makes an item of a row where they differ.
 */
export type Pager<E extends ListEndpoint> = <Row extends object = ItemOf<E>>(
  sql: Transaction,
  rows: Statement,
  as?: (row: Row) => ItemOf<E>,
) => Promise<AnswerOf<E>>;

type Query = { readonly order: string; readonly cursor?: string; readonly limit: number };
type Row = Readonly<Record<string, unknown>>;
type AnyPager = (
  sql: Transaction,
  rows: Statement,
  as?: (row: Row) => unknown,
) => Promise<{ items: readonly unknown[]; next: string | null; total: number }>;

export const isList = (endpoint: AnyEndpoint): endpoint is ListEndpoint => 'orders' in endpoint;

/** Beside an item's own fields: where it stands in the list. */
const PLACE = '(place)';

/**
 * The way to read one page of a list. Refuses `invalid` on the field `cursor` when that is not one that this very list gave,
 * in this order and with these filters: a cursor is sealed, so that nothing can come into the query by it that did not
 * come out of the database.
 */
export function pagerFor(
  { url, orders }: Pick<ListEndpoint, 'url' | 'orders'>,
  { params, query }: { readonly params: unknown; readonly query: Query },
  secret: string,
): AnyPager | Refusal {
  const { cursor, limit, ...filters } = query;
  const place = JSON.stringify([url, params, filters]);
  const after = cursor === undefined ? null : opened(secret, place, cursor);
  if (cursor !== undefined && after === null) return refuse('invalid', { field: 'cursor', code: 'unknown' });
  const { fields, direction } = wayOf(orders, query.order);

  return async (sql, rows, as = (row) => row) => {
    const each = (write: (field: string) => string) => sql.unsafe(fields.map(write).join(', '));
    const beyond = after?.slice(1).reduce((all, value) => sql`${all}, ${value}`, sql`${after[0] ?? ''}`);
    const [found, [counted]] = await Promise.all([
      sql<(Row & { readonly [PLACE]: readonly string[] })[]>`
        select listed.*, array[${each((field) => `listed."${field}"::text`)}] as ${sql(PLACE)}
        from (${rows}) as listed
        ${
          beyond
            ? sql`where (${each((field) => `listed."${field}"`)}) ${sql.unsafe(direction === 'asc' ? '>' : '<')} (${beyond})`
            : sql``
        }
        order by ${each((field) => `listed."${field}" ${direction}`)}
        limit ${limit + 1}`,
      sql<{ total: number }[]>`select count(*)::int as total from (${rows}) as counted`,
    ]);
    const shown = found.slice(0, limit);
    const last = found.length > shown.length ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ [PLACE]: _, ...row }) => as(row)),
      next: last ? sealed(secret, place, last[PLACE]) : null,
      total: counted?.total ?? 0,
    };
  };
}

/** The fields by which an order goes, and which way it goes by all of them. */
function wayOf(orders: Orders, order: string): { fields: readonly string[]; direction: 'asc' | 'desc' } {
  const keys = orders[order] ?? [];
  return {
    fields: keys.map((key) => key.replace(/^-/, '')),
    direction: keys[0]?.startsWith('-') ? 'desc' : 'asc',
  };
}

/** @returns what is wrong with the orders of a list, null when nothing is */
export function faultIn(orders: Orders): string | null {
  for (const [name, keys] of Object.entries(orders)) {
    if (keys.length === 0) return `its order ${name} goes by nothing`;
    // PostgreSQL compares two rows in one direction.
    if (new Set(keys.map((key) => key.startsWith('-'))).size > 1)
      return `its order ${name} goes both up and down`;
    if (!keys.every((key) => /^-?\w+$/.test(key))) return `its order ${name} goes by what is no field`;
  }
  return Object.keys(orders).length === 0 ? 'it has no order' : null;
}

function markOf(secret: string, place: string, values: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['cursor', place, values]))
    .digest('base64url');
}

function sealed(secret: string, place: string, values: readonly string[]): string {
  const text = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${text}.${markOf(secret, place, text)}`;
}

function opened(secret: string, place: string, cursor: string): readonly string[] | null {
  const [text = '', mark = ''] = cursor.split('.');
  const expected = Buffer.from(markOf(secret, place, text));
  const given = Buffer.from(mark);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as string[];
}
