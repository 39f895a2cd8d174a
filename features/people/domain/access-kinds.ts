import * as z from 'zod/mini';
import type { Access } from '#packages/http';
import { field } from '#packages/kernel';
import type { Actor, Person } from './actor.ts';
import type { SchoolThing, TeamThing } from './things.ts';

/**
 * Who may come in by an endpoint. What somebody may not see answers exactly like what is not there (404 'not-found').
 * A capability is one of those that some feature adds to the table (domain/access.ts); an unknown one stops the server's start.
 * How each is found and let in: server/access-kinds.ts.
 */
export type Anyone = Access<{ readonly actor: Actor | null }> & { readonly of: 'anyone' };
export type OnePerson = Access<{ readonly actor: Person }> & { readonly of: 'person' };
export type OfTeam = Access<{ readonly actor: Actor; readonly team: TeamThing }> & {
  readonly of: 'team';
  readonly capability: string;
};
export type OfSchool = Access<{ readonly actor: Person; readonly school: SchoolThing }> & {
  readonly of: 'school';
  readonly capability: string;
};

/** No sign-in needed (the sign-in itself). */
export const anyone: Anyone = { of: 'anyone' };
/** Somebody who is signed in, about themselves. */
export const onePerson: OnePerson = { of: 'person' };
/** `can(actor, capability, team)`, the team being the parameter :team. */
export const ofTeam = (capability: string): OfTeam => ({ of: 'team', capability });
/** `can(actor, capability, school)`, the school being the parameter :school. */
export const ofSchool = (capability: string): OfSchool => ({ of: 'school', capability });

export const teamParams = z.object({ team: field.id });
export const schoolParams = z.object({ school: field.id });
