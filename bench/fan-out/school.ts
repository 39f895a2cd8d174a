import { newTeam } from '#features/people/domain';
import { ensurePersonByEmail, Sessions } from '#features/people/server';
import { Database, type Transaction } from '#packages/database';
import { newId } from '#packages/kernel';
import type { Change } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { definitions } from '../../apps/features.ts';

/** One team as the load generator needs to know it: a token per listener, the first of them also sends. */
export type LoadedTeam = {
  readonly teamId: string;
  readonly schoolId: string;
  readonly memberId: string;
  readonly tokens: readonly string[];
};

const TEAMS_PER_SCHOOL = 10;
const AT_ONCE = 8;

/** Schools of ten teams each, in the middle of a period, with everybody signed in: the same rows that the product writes. */
export async function makeSchools(
  appUrl: string,
  wanted: { teams: number; listeners: number },
): Promise<LoadedTeam[]> {
  const database = new Database(appUrl, { connections: AT_ONCE });
  const streams = new Streams({ database, definitions, hub: new Hub() });
  const sessions = new Sessions({ database, onRevoked: () => {}, onPersonChanged: () => {} });
  const numbers = Array.from({ length: wanted.teams }, (_, index) => index);
  const schools: number[][] = [];
  while (numbers.length > 0) schools.push(numbers.splice(0, TEAMS_PER_SCHOOL));
  const teams: LoadedTeam[] = [];
  const makeNext = async (): Promise<void> => {
    for (let next = schools.pop(); next; next = schools.pop()) {
      teams.push(...(await makeSchool(database, streams, sessions, next, wanted.listeners)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, makeNext));
  await database.close();
  return teams;
}

async function makeSchool(
  database: Database,
  streams: Streams,
  sessions: Sessions,
  numbers: readonly number[],
  size: number,
): Promise<LoadedTeam[]> {
  const school = newId();
  const people = await database.within({ scope: 'sign-in' }, (sql) =>
    inOrder(numbers.length * size, (index) => somebody(sql, (numbers[0] ?? 0) * size + index)),
  );
  const teams = numbers.map((number, index) => ({
    teamId: newId(),
    name: `Team ${number}`,
    members: people.slice(index * size, (index + 1) * size).map((personId) => ({ id: newId(), personId })),
  }));
  await database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, ${`School ${numbers[0]}`}, 'po')`;
    for (const team of teams)
      await streams.openStream(sql, { ref: { kind: 'team', id: team.teamId }, school }, recordsOf(team));
  });
  return inOrder(teams.length, async (index) => {
    const { teamId, members } = teams[index] ?? { teamId: '', members: [] };
    const opened = await Promise.all(
      members.map(({ personId }) => sessions.open({ personId }, 'fan-out bench')),
    );
    return {
      teamId,
      schoolId: school,
      memberId: members[0]?.id ?? '',
      tokens: opened.map(({ token }) => token),
    };
  });
}

const somebody = (sql: Transaction, number: number): Promise<string> =>
  ensurePersonByEmail(
    sql,
    { name: `Leraar ${number}`, email: `leraar${number}@school.example`, language: 'nl' },
    Date.now(),
  );

/** A team with its members, two goals that have been measured, twelve actions and twenty successes. */
function recordsOf(team: {
  teamId: string;
  name: string;
  members: readonly { id: string; personId: string }[];
}): Change[] {
  const { teamId, name, members } = team;
  const now = new Date().toISOString();
  const today = now.slice(0, 10);
  const goals = [newId(), newId()];
  const ownerId = members[0]?.id ?? null;
  return [
    { put: 'team', value: newTeam({ id: teamId, name, kind: 'teachers', accent: 'teal' }) },
    ...members.map((member, index) => ({
      put: 'member',
      value: {
        ...member,
        place: 'member',
        name: `Leraar ${index}`,
        initials: `L${index % 10}`,
        workDays: [1, 2, 4],
        awayUntil: null,
        joinedOn: today,
        leftOn: null,
      },
    })),
    ...goals.map((id, position) => ({
      put: 'goal',
      value: {
        id,
        text: 'De leerlingen van groep 7 kunnen zelf uitleggen wat het doel van de les is.',
        pupils: 'groep 7',
        target: 8,
        weeks: 6,
        startedOn: today,
        periodId: null,
        ownerId,
        closedOn: null,
        outcome: null,
        position,
        removedAt: null,
      },
    })),
    ...goals.flatMap((goalId) =>
      [5, 6, 6.5].map((value, period) => ({
        put: 'measurement',
        value: {
          id: newId(),
          goalId,
          period,
          value,
          measuredOn: today,
          byMemberId: ownerId,
          note: null,
          removedAt: null,
        },
      })),
    ),
    ...Array.from({ length: 12 }, (_, index) => ({
      put: 'action',
      value: {
        id: newId(),
        kind: 'classroom',
        text: 'Exit tickets maken en de uitkomst meenemen naar de volgende sessie',
        ownerId: members[index % members.length]?.id ?? null,
        alsoIds: [],
        goalId: goals[index % 2] ?? null,
        due: today,
        addedAt: now,
        doneAt: null,
        doneById: null,
        removedAt: null,
      },
    })),
    ...Array.from({ length: 20 }, () => ({
      put: 'success',
      value: {
        id: newId(),
        text: 'Iedereen wist vandaag wat het doel van de les was.',
        byId: ownerId,
        aboutId: null,
        goalId: null,
        addedAt: now,
        cheeredBy: [],
        removedAt: null,
      },
    })),
  ];
}

async function inOrder<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(await make(index));
  return made;
}
