import type { Context } from '#packages/database';
import type { Access, GivenBy } from '#packages/http';
import { type Refusal, refuse } from '#packages/kernel';
import type { SignedIn } from './door.ts';

/**
 * A kind of access as a value: how what an endpoint is about is found, whether this actor may come in for it, and for whom
 * the database then works. A feature contributes the kinds that it knows; nothing else lists them.
 */
export type AnyAccessKind = {
  readonly of: string;
  /** Also for whoever is not signed in. */
  readonly isOpen: boolean;
  /** The parameter in the address that names the thing; an endpoint of this kind without it is not mounted. */
  readonly param: string | null;
  /** What is wrong with the access that an endpoint asks for; such an endpoint is not mounted. */
  readonly fault: (access: Access) => string | null;
  readonly admit: (access: Access, who: SignedIn | null, params: unknown) => Promise<Admitted | null>;
};

export type Admitted = { readonly given: object; readonly context: Context };

/**
 * For somebody who is signed in. `find` answers null for what is not there and for what this actor may not know of: the
 * two are one answer to whoever asks.
 */
export function accessKind<Actor, A extends Access>(kind: {
  readonly of: A['of'];
  readonly param?: string;
  readonly find: (asked: {
    readonly actor: Actor;
    readonly access: A;
    /** What stands in the address at `param`. */
    readonly id: string;
  }) => Promise<GivenBy<A> | null> | GivenBy<A> | null;
  readonly context: (given: GivenBy<A>) => Context;
  /** What is wrong with what an endpoint asks for; null where nothing is. */
  readonly fault?: (access: A) => string | null;
}): AnyAccessKind {
  const param = kind.param ?? null;
  return {
    of: kind.of,
    isOpen: false,
    param,
    fault: (access) => kind.fault?.(access as A) ?? null,
    admit: async (access, who, params) => {
      if (who === null) return null;
      const { [param ?? '']: id = '' } = (params ?? {}) as Readonly<Record<string, string>>;
      const given = await kind.find({ actor: who.actor as Actor, access: access as A, id });
      return given && { given, context: kind.context(given) };
    },
  };
}

/** For anybody, signed in or not. */
export function openKind<Actor, A extends Access>(kind: {
  readonly of: A['of'];
  readonly given: (actor: Actor | null) => GivenBy<A>;
  readonly context: Context;
}): AnyAccessKind {
  return {
    of: kind.of,
    isOpen: true,
    param: null,
    fault: () => null,
    admit: async (_, who) => ({ given: kind.given(who && (who.actor as Actor)), context: kind.context }),
  };
}

/** The kinds by name. A kind that was contributed twice would let in by whichever came last. */
export function registryOf(kinds: readonly AnyAccessKind[]): ReadonlyMap<string, AnyAccessKind> {
  const registry = new Map<string, AnyAccessKind>();
  for (const kind of kinds) {
    if (registry.has(kind.of)) throw new Error(`two kinds of access are called ${kind.of}`);
    registry.set(kind.of, kind);
  }
  return registry;
}

/** The one place where somebody is let in. */
export async function admit(
  kind: AnyAccessKind,
  access: Access,
  who: SignedIn | null,
  params: unknown,
): Promise<Admitted | Refusal> {
  if (!kind.isOpen && who === null) return refuse('sign-in-first');
  return (await kind.admit(access, who, params)) ?? refuse('not-found');
}

/** An address of something that cannot exist answers like one of something that does not. */
export const notAddressable = (kind: AnyAccessKind, who: SignedIn | null): Refusal =>
  who || kind.isOpen ? refuse('not-found') : refuse('sign-in-first');
