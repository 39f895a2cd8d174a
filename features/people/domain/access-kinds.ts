import * as z from 'zod/mini';
import type { Access } from '#packages/http';
import { field } from '#packages/kernel';
import type { SchoolCapability, TeamCapability, TeamThing } from './access.ts';
import type { Actor, Person } from './actor.ts';

/**
 * Who may come in by an endpoint. What somebody may not see answers exactly like what is not there (404 'not-found').
 * How each is found and let in: server/access-kinds.ts.
 */
export type Anyone = Access<{ readonly actor: Actor | null }> & { readonly of: 'anyone' };
export type OnePerson = Access<{ readonly actor: Person }> & { readonly of: 'person' };
export type OfTeam = Access<{ readonly actor: Actor; readonly team: TeamThing }> & {
  readonly of: 'team';
  readonly capability: TeamCapability;
};
export type OfSchool = Access<{ readonly actor: Person; readonly schoolId: string }> & {
  readonly of: 'school';
  readonly capability: SchoolCapability;
};

/** No sign-in needed (the sign-in itself). */
export const anyone: Anyone = { of: 'anyone' };
/** Somebody who is signed in, about themselves. */
export const onePerson: OnePerson = { of: 'person' };
/** `can(actor, capability, team)`, the team being the parameter :team. */
export const ofTeam = (capability: TeamCapability): OfTeam => ({ of: 'team', capability });
/** `can(actor, capability, school)`, the school being the parameter :school. */
export const ofSchool = (capability: SchoolCapability): OfSchool => ({ of: 'school', capability });

export const teamParams = z.object({ team: field.id });
export const schoolParams = z.object({ school: field.id });
