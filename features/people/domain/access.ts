import type { Actor, SchoolRole } from './actor.ts';
import type { TeamKind } from './records.ts';

/**
 * Who may do what (method 1.2), as one table that reads like a sentence: "a <role> may <capability> in <reach>".
 * A capability is about a team, about a school, or about oneself.
 */
export const teamCapabilities = [
  /** See the board and follow it live. */
  'board.read',
  /** Write on the board and take part in its session. */
  'board.use',
  /** Arrange, hide and rename parts; the team's name, colour and fixed moment. */
  'board.arrange',
  /** Invite people, take them out, hand out the join code, pair and un-pair a board display. */
  'team.manage',
] as const;
export type TeamCapability = (typeof teamCapabilities)[number];

export const schoolCapabilities = [
  /** See what the whole school shares: its ambition, its story, its year. */
  'school.read',
  /** Write down what the whole school shares. */
  'school.inspire',
  /** See which teams there are. */
  'school.teams',
  /** Make teams and give roles. */
  'school.manage',
] as const;
export type SchoolCapability = (typeof schoolCapabilities)[number];

export type TeamThing = { readonly schoolId: string; readonly teamId: string; readonly kind: TeamKind };
export type SchoolThing = { readonly schoolId: string };

type Reach = 'own team' | 'coached team' | 'lead team' | 'any team';
type Rule = { readonly reach: Reach; readonly may: readonly TeamCapability[] };

const everything: readonly TeamCapability[] = teamCapabilities;

const memberRule: Rule = { reach: 'own team', may: everything };

const roleRules: Readonly<Record<SchoolRole, readonly Rule[]>> = {
  'school-leader': [{ reach: 'any team', may: ['board.read', 'team.manage'] }],
  'school-coach': [{ reach: 'coached team', may: everything }],
  'expert-coach': [{ reach: 'lead team', may: ['board.read'] }],
  'change-coach': [{ reach: 'lead team', may: ['board.read'] }],
  // Aggregates and pseudonymised data only: no board at all.
  'governing-body': [],
  foundation: [],
  researcher: [],
};

const schoolRules: Readonly<Record<SchoolRole, readonly SchoolCapability[]>> = {
  'school-leader': ['school.read', 'school.inspire', 'school.teams', 'school.manage'],
  'school-coach': ['school.read', 'school.inspire', 'school.teams'],
  'expert-coach': ['school.read', 'school.teams'],
  'change-coach': ['school.read', 'school.teams'],
  'governing-body': [],
  foundation: [],
  researcher: [],
};

/** Whoever is in a team of the school. */
const memberMayInSchool: readonly SchoolCapability[] = ['school.read', 'school.teams'];

/** What a wall screen may do for its team: use the board, nothing about people. */
const displayMay: readonly TeamCapability[] = ['board.read', 'board.use'];

export function can(actor: Actor | null, capability: TeamCapability, thing: TeamThing): boolean;
export function can(actor: Actor | null, capability: SchoolCapability, thing: SchoolThing): boolean;
export function can(
  actor: Actor | null,
  capability: TeamCapability | SchoolCapability,
  thing: TeamThing | SchoolThing,
): boolean {
  if (!actor) return false;
  if (isTeamCapability(capability)) return 'teamId' in thing && canInTeam(actor, capability, thing);
  if (actor.kind === 'display') return actor.schoolId === thing.schoolId && capability === 'school.read';
  const rolesHere = actor.roles.filter((held) => held.schoolId === thing.schoolId);
  const memberHere = actor.memberships.some((membership) => membership.schoolId === thing.schoolId);
  return (
    (memberHere && memberMayInSchool.includes(capability)) ||
    rolesHere.some((held) => schoolRules[held.role].includes(capability))
  );
}

function canInTeam(actor: Actor, capability: TeamCapability, team: TeamThing): boolean {
  const isHere = (place: { schoolId: string; teamId: string | null }) =>
    place.schoolId === team.schoolId && place.teamId === team.teamId;
  if (actor.kind === 'display') return isHere(actor) && displayMay.includes(capability);
  if (actor.memberships.some(isHere) && memberRule.may.includes(capability)) return true;
  return actor.roles
    .filter((held) => held.schoolId === team.schoolId)
    .some((held) =>
      roleRules[held.role].some(
        (rule) => rule.may.includes(capability) && reaches(rule.reach, team, held.teamId === team.teamId),
      ),
    );
}

function reaches(reach: Reach, team: TeamThing, coached: boolean): boolean {
  if (reach === 'any team') return true;
  if (reach === 'coached team') return coached;
  return reach === 'lead team' && team.kind === 'lead';
}

const isTeamCapability = (capability: string): capability is TeamCapability =>
  (teamCapabilities as readonly string[]).includes(capability);
