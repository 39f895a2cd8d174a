import type { SchoolRole, Team } from '#features/people/domain';
import type { OpenInvitation } from '../team/team-people.ts';

export type TeamOfSchool = Team & { readonly mayRead: boolean };

/** What GET /schools/:school/people answers, for whoever may manage the school. */
export type SchoolPeople = {
  readonly people: readonly SchoolPerson[];
  readonly invitations: readonly OpenInvitation[];
};

export type HeldRole = { readonly id: string; readonly role: SchoolRole; readonly teamId: string | null };

export type SchoolPerson = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly teams: readonly { readonly teamId: string; readonly memberId: string }[];
  readonly roles: readonly HeldRole[];
};

/** Roles that a school gives itself; foundation and researchers come in another way. */
export const rolesToGive = [
  'school-leader',
  'school-coach',
  'expert-coach',
  'change-coach',
  'governing-body',
] as const satisfies readonly SchoolRole[];
export type RoleToGive = (typeof rolesToGive)[number];
