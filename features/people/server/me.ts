import {
  type Actor,
  can,
  type SchoolCapability,
  type SchoolRole,
  schoolCapabilities,
  type Team,
  type TeamCapability,
  teamCapabilities,
} from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { schoolsOf } from './find-team.ts';

type PersonActor = Extract<Actor, { kind: 'person' }>;
type DisplayActor = Extract<Actor, { kind: 'display' }>;

export type MyTeam = Team & {
  /** Null: somebody who may look in without being a member. */
  readonly memberId: string | null;
  readonly may: readonly TeamCapability[];
};

export type MySchool = {
  readonly id: string;
  readonly name: string;
  readonly may: readonly SchoolCapability[];
  readonly roles: readonly { readonly role: SchoolRole; readonly teamId: string | null }[];
  /** The teams whose board this person may see. */
  readonly teams: readonly MyTeam[];
};

export type Me =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'display';
      readonly display: { readonly id: string; readonly name: string };
      readonly school: { readonly id: string; readonly name: string };
      readonly team: MyTeam;
    }
  | {
      readonly kind: 'person';
      readonly person: {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly language: Language;
      };
      readonly schools: readonly MySchool[];
    };

/** Who this browser is, with everything that it may do: the screen never has to know a rule. */
export async function describeMe(database: Database, actor: Actor | null): Promise<Me> {
  if (actor === null) return { kind: 'nobody' };
  return actor.kind === 'display' ? describeDisplay(database, actor) : describePerson(database, actor);
}

async function describePerson(database: Database, actor: PersonActor): Promise<Me> {
  const { personId } = actor;
  const person = await database.within({ scope: 'person', person: personId }, async (sql) => {
    const [row] = await sql<{ id: string; name: string; email: string; language: Language }[]>`
      select id, name, email, language from person where id = ${personId}`;
    return row;
  });
  if (!person) return { kind: 'nobody' };
  const schools = await Promise.all(
    [...schoolsOf(actor)].map((schoolId) => describeSchool(database, actor, schoolId)),
  );
  return { kind: 'person', person, schools: schools.filter((school) => school !== null) };
}

async function describeSchool(
  database: Database,
  actor: PersonActor,
  schoolId: string,
): Promise<MySchool | null> {
  return database.within({ scope: 'school', school: schoolId, person: actor.personId }, async (sql) => {
    const [[school], teams] = await Promise.all([
      sql<{ id: string; name: string }[]>`select id, name from school where id = ${schoolId}`,
      sql<Team[]>`select id, name, kind, accent from team order by name, id`,
    ]);
    if (!school) return null;
    return {
      ...school,
      may: schoolCapabilities.filter((capability) => can(actor, capability, { schoolId })),
      roles: actor.roles
        .filter((held) => held.schoolId === schoolId)
        .map(({ role, teamId }) => ({ role, teamId })),
      teams: teams
        .map((team) => asMine(actor, schoolId, team))
        .filter((team) => team.may.includes('board.read')),
    };
  });
}

async function describeDisplay(database: Database, actor: DisplayActor): Promise<Me> {
  const { displayId, schoolId, teamId } = actor;
  return database.within({ scope: 'school', school: schoolId, person: null }, async (sql): Promise<Me> => {
    const [[school], [team], [display]] = await Promise.all([
      sql<{ id: string; name: string }[]>`select id, name from school where id = ${schoolId}`,
      sql<Team[]>`select id, name, kind, accent from team where id = ${teamId}`,
      sql<
        { id: string; name: string }[]
      >`select id, name from display where id = ${displayId} and unpaired_at is null`,
    ]);
    if (!school || !team || !display) return { kind: 'nobody' };
    return { kind: 'display', display, school, team: asMine(actor, schoolId, team) };
  });
}

function asMine(actor: Actor, schoolId: string, team: Team): MyTeam {
  const thing = { schoolId, teamId: team.id, kind: team.kind };
  const place =
    actor.kind === 'person'
      ? actor.memberships.find((membership) => membership.teamId === team.id)
      : undefined;
  return {
    ...team,
    memberId: place?.memberId ?? null,
    may: teamCapabilities.filter((capability) => can(actor, capability, thing)),
  };
}
