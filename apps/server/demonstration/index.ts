import postgres from 'postgres';
import { firstRecords } from '#features/board/server';
import { ensurePerson } from '#features/people/server';
import { Database, type Transaction } from '#packages/database';
import { addDays, type Day, dayIn, isWorkday, newId } from '#packages/kernel';
import type { Change } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { definitions } from '../../streams.ts';
import type { DatabaseAddresses } from '../configuration.ts';
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

const stories: Readonly<Record<string, { tell: (story: TeamStory) => Promise<void>; startsAt: string }>> = {
  Bovenbouw: { tell: tellUpperYears, startsAt: '15:45' },
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
    await owner`truncate school, person cascade`;
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
  const made = school.teams.map((team) => ({ team, ...recordsOf(team, people, addDays(sessionDay, -80)) }));

  await database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${schoolId}, ${school.name}, 'po')`;
    for (const { teamId, changes } of made)
      await streams.openStream(sql, { ref: { kind: 'team', id: teamId }, school: schoolId }, changes);
    for (const { name, role, team } of school.roles) {
      const teamId = made.find((one) => one.team.name === team)?.teamId ?? null;
      await sql`
        insert into role_grant (id, school_id, person_id, role, team_id, given_by, given_at)
        values (${newId()}, ${schoolId}, ${people[name] ?? null}, ${role}, ${teamId}, null, ${new Date(clock.now()).toISOString()})`;
    }
  });

  const leader = people[school.roles.find(({ role }) => role === 'school-leader')?.name ?? ''];
  if (school.isOpen && leader !== undefined) await tellSchool({ streams, clock }, schoolId, leader);

  for (const { team, teamId, members } of made) {
    const story = stories[team.name];
    if (story)
      await story.tell(
        new TeamStory({
          streams,
          clock,
          school: schoolId,
          team: teamId,
          members,
          sessionDay,
          startsAt: story.startsAt,
        }),
      );
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
    ...school.roles.map(({ name }) => name),
  ]);
  const people: Record<string, string> = {};
  for (const name of names) {
    const email = `${firstName(name).toLowerCase()}@${school.domain}`;
    people[name] = await ensurePerson(
      sql,
      { email, name, language: 'nl', isDemonstration: school.isOpen },
      now,
    );
  }
  return people;
}

function recordsOf(team: DemonstrationTeam, people: Readonly<Record<string, string>>, joinedOn: Day) {
  const teamId = newId();
  const members = Object.fromEntries(team.members.map(({ name }) => [firstName(name), newId()]));
  const changes: Change[] = [
    { put: 'team', value: { id: teamId, name: team.name, kind: team.kind, accent: team.accent } },
    ...team.members.map(({ name, initials, workDays }): Change => {
      const id = members[firstName(name)] ?? newId();
      const value = {
        id,
        personId: people[name],
        name,
        initials,
        workDays: workDays ?? [1, 2, 3, 4, 5],
        awayUntil: null,
        joinedOn,
        leftOn: null,
      };
      return { put: 'member', value };
    }),
    ...firstRecords({ teamId, kind: team.kind }),
  ];
  return { teamId, members, changes };
}
