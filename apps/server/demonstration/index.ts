import postgres from 'postgres';
import { newTeam } from '#features/people/domain';
import {
  ensurePersonByEmail,
  foundGoverningBody,
  giveGrant,
  openSecondBoard,
  overSchoolOrTeam,
} from '#features/people/server';
import { Database, type Transaction } from '#packages/database';
import { addDays, type Day, dayIn, isRefusal, isWorkday, newId } from '#packages/kernel';
import type { Change } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { definitions } from '../../features.ts';
import type { DatabaseAddresses } from '../configuration.ts';
import { tellDayToDay } from './day-to-day.ts';
import { tellLeadTeam } from './lead-team.ts';
import { tellLowerYears } from './lower-years.ts';
import { tellSchool } from './school-story.ts';
import {
  type DemonstrationSchool,
  type DemonstrationTeam,
  deLinde,
  deRegenboog,
  firstName,
} from './schools.ts';
import { StoryClock, TeamStory } from './team-story.ts';
import { tellUpperYears } from './upper-years.ts';

type Telling = {
  readonly tell: (story: TeamStory) => Promise<void>;
  /** What stands on the team's second board. */
  readonly besides?: (story: TeamStory) => Promise<void>;
  readonly startsAt: string;
};

const stories: Readonly<Record<string, Telling>> = {
  Bovenbouw: { tell: tellUpperYears, besides: tellDayToDay, startsAt: '15:45' },
  Onderbouw: { tell: tellLowerYears, startsAt: '12:30' },
  Kernteam: { tell: tellLeadTeam, startsAt: '16:15' },
};

/**
 * Makes the demonstration: a school in the middle of a period, told through the commands of the product itself, with
 * dates relative to today; and a second school that stays closed. Done once; afterwards it belongs to whoever tries it.
 * A start that was killed halfway left something incomplete: that is cleared away first.
 * @returns false when it was complete already
 */
export async function fillDemonstration(addresses: DatabaseAddresses, now: number): Promise<boolean> {
  const owner = postgres(addresses.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [installation] = await owner<
      { kind: string; filled_at: string | null }[]
    >`select kind, filled_at from installation`;
    if (installation?.kind !== 'demonstration')
      throw new Error('only a demonstration is filled with invented people');
    if (installation.filled_at !== null) return false;
    await owner`truncate school, person, governing_body, programme cascade`;
    await tellEverything(addresses.appUrl, now);
    await owner`update installation set filled_at = ${new Date(now).toISOString()}`;
    return true;
  } finally {
    await owner.end();
  }
}

async function tellEverything(appUrl: string, now: number): Promise<void> {
  const clock = new StoryClock();
  const database = new Database(appUrl, { connections: 4, now: clock.now });
  const streams = new Streams({ database, definitions, hub: new Hub() });
  const sessionDay = sessionDayFrom(dayIn(now));
  clock.set(addDays(sessionDay, -77), '09:00');
  try {
    for (const school of [deRegenboog, deLinde])
      await makeSchool({ database, streams, clock, sessionDay }, school);
  } finally {
    await database.close();
  }
}

/** Today, so that a session can be held at once; in a weekend the Monday after it. */
function sessionDayFrom(today: Day): Day {
  let day = today;
  while (!isWorkday(day)) day = addDays(day, 1);
  return day;
}

type Parts = {
  readonly database: Database;
  readonly streams: Streams;
  readonly clock: StoryClock;
  readonly sessionDay: Day;
};

async function makeSchool(
  { database, streams, clock, sessionDay }: Parts,
  school: DemonstrationSchool,
): Promise<void> {
  const schoolId = newId();
  const people = await database.within({ scope: 'sign-in' }, (sql) => makePeople(sql, school, clock.now()));
  const made = school.teams.map((team) => ({ team, ...recordsOf(team, people, sessionDay) }));
  const bodyId = school.body && (await foundGoverningBody(database, school.body.name));

  await database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    await sql`
      insert into school (id, name, sector, governing_body_id) values (${schoolId}, ${school.name}, 'po', ${bodyId})`;
    for (const { teamId, changes } of made)
      await streams.openStream(sql, { ref: { kind: 'team', id: teamId }, school: schoolId }, changes);
    for (const { name, role, team } of school.roles) {
      const teamId = made.find((one) => one.team.name === team)?.teamId ?? null;
      const over = overSchoolOrTeam(schoolId, teamId);
      await giveGrant(sql, { personId: people[name] ?? '', role, ...over, by: null, now: clock.now() });
    }
  });

  if (school.body && bodyId) {
    const personId = people[school.body.changeCoach] ?? '';
    const over = { over: 'body', overId: bodyId, schoolId: null } as const;
    await database.within({ scope: 'installation' }, (sql) =>
      giveGrant(sql, { personId, role: 'change-coach', ...over, by: null, now: clock.now() }),
    );
  }

  const leader = people[school.roles.find(({ role }) => role === 'school-leader')?.name ?? ''];
  if (school.isOpen && leader !== undefined) await tellSchool({ streams, clock }, schoolId, leader);

  for (const { team, teamId, members, beside } of made) {
    const story = stories[team.name];
    if (!story) continue;
    const parts = { streams, clock, school: schoolId, members, beside, sessionDay, startsAt: story.startsAt };
    await story.tell(new TeamStory({ ...parts, team: teamId }));
    if (!story.besides) continue;
    const thing = { schoolId, teamId };
    // Nobody is signed in while the story is told.
    const sessions = { personChanged: async () => {} };
    const opened = await openSecondBoard(
      { database, streams, sessions },
      thing,
      people[team.members[0]?.name ?? ''] ?? '',
    );
    if (isRefusal(opened)) throw new Error('the story has no second board');
    await story.besides(new TeamStory({ ...parts, team: opened.boardId }));
  }
}

/** Person by name. */
async function makePeople(
  sql: Transaction,
  school: DemonstrationSchool,
  now: number,
): Promise<Record<string, string>> {
  const names = new Set([
    ...school.teams.flatMap((team) => team.members.map(({ name }) => name)),
    ...school.teams.flatMap((team) => (team.beside ?? []).map(({ name }) => name)),
    ...school.roles.map(({ name }) => name),
    ...(school.body ? [school.body.changeCoach] : []),
  ]);
  const people: Record<string, string> = {};
  for (const name of names) {
    const email = `${firstName(name).toLowerCase()}@${school.domain}`;
    people[name] = await ensurePersonByEmail(
      sql,
      { email, name, language: 'nl', isDemonstration: school.isOpen },
      now,
    );
  }
  return people;
}

function recordsOf(
  { name, kind, accent, prepares, ...team }: DemonstrationTeam,
  people: Readonly<Record<string, string>>,
  sessionDay: Day,
) {
  const teamId = newId();
  const idByName = (them: readonly { readonly name: string }[]) =>
    Object.fromEntries(them.map((each) => [firstName(each.name), newId()]));
  const [members, beside] = [idByName(team.members), idByName(team.beside ?? [])];
  const belongsTo = prepares
    ? { theme: prepares.theme, endsOn: addDays(sessionDay, 7 * prepares.weeks) }
    : {};
  const places = [
    ...team.members.map((each) => ({ place: 'member' as const, ...each })),
    ...(team.beside ?? []).map((each) => ({ workDays: undefined, ...each })),
  ];
  const changes: Change[] = [
    { put: 'team', value: newTeam({ id: teamId, name, kind, accent, ...belongsTo }) },
    ...places.map(({ place, name, initials, workDays }): Change => {
      const id = (place === 'member' ? members : beside)[firstName(name)] ?? newId();
      const value = {
        id,
        personId: people[name],
        place,
        name,
        initials,
        workDays: workDays ?? [1, 2, 3, 4, 5],
        awayUntil: null,
        joinedOn: addDays(sessionDay, -80),
        leftOn: null,
      };
      return { put: 'member', value };
    }),
  ];
  return { teamId, members, beside, changes };
}
