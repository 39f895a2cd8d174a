import * as z from 'zod/mini';
import type { Actor, SchoolCapability, TeamCapability, TeamThing } from '#features/people/domain';
import { field, type Refusal } from '#packages/kernel';

/**
 * An endpoint as a value. Each one declares who may come in; there is no default, and a test walks the list.
 *   anyone   no sign-in needed (the sign-in itself)
 *   person   somebody who is signed in, about themselves
 *   team     `can(actor, capability, team)`, the team being the parameter :team
 *   school   `can(actor, capability, school)`, the school being the parameter :school
 * What somebody may not see answers exactly like what is not there (404 'not-found').
 */
export type Access =
  | { readonly of: 'anyone' }
  | { readonly of: 'person' }
  | { readonly of: 'team'; readonly capability: TeamCapability }
  | { readonly of: 'school'; readonly capability: SchoolCapability };

export type Person = Extract<Actor, { kind: 'person' }>;

/** Who stands at the door: what `access` promised is there, the rest is null. */
type Admitted<A extends Access> = A extends { of: 'anyone' }
  ? { actor: Actor | null; team: null; schoolId: null }
  : A extends { of: 'person' }
    ? { actor: Person; team: null; schoolId: null }
    : A extends { of: 'team' }
      ? { actor: Actor; team: TeamThing; schoolId: string }
      : { actor: Person; team: null; schoolId: string };

export type Cookie = {
  readonly name: string;
  readonly value: string /** Seconds; 0 takes it away. */;
  readonly maxAge: number;
};

/** An answer that stays open: `open` is called once the headers are out, and gives what to do when the other side has gone. */
export type EventStream = { readonly stream: (connection: Connection) => Promise<() => void> };
export type Connection = { readonly send: (frame: Buffer) => void; readonly close: () => void };

export type Answer = {
  readonly body: unknown;
  readonly status?: number;
  readonly cookies?: readonly Cookie[];
};

type Output<S> = S extends z.core.$ZodType ? z.output<S> : undefined;

export type Call<A extends Access, P, Q, B> = Admitted<A> & {
  readonly params: Output<P>;
  readonly query: Output<Q>;
  readonly body: Output<B>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Key of the web session (not its token), for listing "this browser"; null when nobody is signed in. */
  readonly sessionId: string | null;
  readonly userAgent: string;
  /** Number of the last event that a returning listener has seen (HTML standard §9.2.4). */
  readonly lastEventId: number | null;
  /** Asks at the door once more, for what takes its time: null, or the refusal that the caller would hear by now. */
  readonly refusedNow: () => Promise<Refusal | null>;
};

type Schema = z.core.$ZodType;

export type Route<
  A extends Access = Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify notation, below /api. */
  readonly url: string;
  readonly access: A;
  /** One English sentence for the API description. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Largest body in bytes; 64 kB unless told. */
  readonly bodyLimit?: number;
  /** Calls per minute per address, for doors that could be tried over and over. */
  readonly callsPerMinute?: number;
  /** Most items per minute per session, where one call brings several. */
  readonly itemsPerMinute?: { readonly most: number; readonly count: (body: Output<B>) => number };
  readonly handle: (call: Call<A, P, Q, B>) => Promise<Answer | Refusal | EventStream>;
};

/** A route whose types are no longer of interest: what a list of routes is made of. */
export type AnyRoute = {
  readonly method: Route['method'];
  readonly url: string;
  readonly access: Access;
  readonly summary: string;
  readonly params?: Schema | undefined;
  readonly query?: Schema | undefined;
  readonly body?: Schema | undefined;
  readonly bodyLimit?: number;
  readonly callsPerMinute?: number;
  readonly itemsPerMinute?: { readonly most: number; readonly count: (body: never) => number };
  readonly handle: (call: never) => Promise<Answer | Refusal | EventStream>;
};

export function route<
  const A extends Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: Route<A, P, Q, B>): AnyRoute {
  return definition as AnyRoute;
}

export const teamParams = z.object({ team: field.id });
export const schoolParams = z.object({ school: field.id });
