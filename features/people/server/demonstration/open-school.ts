import { newTeam } from '#features/people/domain';
import type { Database, Transaction } from '#packages/database';
import type { SchoolOfStory, Stage, StoryClock } from '#packages/feature/story';
import { addDays, isRefusal, newId } from '#packages/kernel';
import type { Change } from '#packages/sync';
import type { Streams } from '#packages/sync/server';
import { foundGoverningBody } from '../found-programme.ts';
import { giveGrant, overSchoolOrTeam } from '../grants.ts';
import { ensurePersonByEmail } from '../identities.ts';
import { openSecondBoard } from '../second-board.ts';
import type { DemonstrationSchool, DemonstrationTeam } from './cast.ts';

/** Makes a school of the demonstration with its people, roles and boards. What happened at those is told afterwards. */
export async function openSchool(
  {
    database,
    streams,
    clock,
  }: { readonly database: Database; readonly streams: Streams; readonly clock: StoryClock },
  school: DemonstrationSchool,
): Promise<SchoolOfStory> {
  const now = clock.now();
  const schoolId = newId();
  const people = await database.within({ scope: 'sign-in' }, (sql) => makePeople(sql, school, now));
  const teams = school.teams.map((team) => ({ ...team, ...recordsOf(team, school, people, clock.day(0)) }));
  const bodyId = school.body && (await foundGoverningBody(database, school.body.name));
  const placeOf = (teamId: string) => ({ ref: { kind: 'team', id: teamId }, school: schoolId });

  await database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    await sql`
      insert into school (id, name, sector, governing_body_id) values (${schoolId}, ${school.name}, 'po', ${bodyId})`;
    for (const { teamId, changes } of teams) await streams.openStream(sql, placeOf(teamId), changes);
    for (const { person, role, over } of school.roles) {
      const teamId = teams.find(({ board }) => board === over)?.teamId ?? null;
      const lies = overSchoolOrTeam(schoolId, teamId);
      await giveGrant(sql, { personId: people[person] ?? '', role, ...lies, by: null, now });
    }
  });
  if (school.body && bodyId) {
    const personId = people[school.body.changeCoach] ?? '';
    const over = { over: 'body', overId: bodyId, schoolId: null } as const;
    await database.within({ scope: 'installation' }, (sql) =>
      giveGrant(sql, { personId, role: 'change-coach', ...over, by: null, now }),
    );
  }

  const stages: Record<string, Stage> = {
    school: {
      place: { ref: { kind: 'school', id: schoolId }, school: schoolId },
      people: Object.fromEntries(
        Object.entries(people).map(([key, person]) => [key, { member: null, person }]),
      ),
      team: [],
    },
  };
  for (const { board, secondBoard, members, teamId, places } of teams) {
    const seats = {
      people: Object.fromEntries([...places].map(([key, member]) => [key, { member, person: null }])),
      team: members.map((key) => places.get(key) ?? ''),
    };
    stages[board] = { place: placeOf(teamId), ...seats };
    if (secondBoard === undefined) continue;
    // Nobody is signed in while the story is told.
    const sessions = { personChanged: async () => {} };
    const opened = await openSecondBoard(
      { database, streams, sessions },
      { schoolId, teamId },
      people[members[0] ?? ''] ?? '',
    );
    if (isRefusal(opened)) throw new Error('the story has no second board');
    stages[secondBoard] = { place: placeOf(opened.boardId), ...seats };
  }
  return { language: school.language, stages };
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** Key -> id. */
async function makePeople(
  sql: Transaction,
  { people, domain, language, isOpen }: DemonstrationSchool,
  now: number,
): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = {};
  for (const [key, { name }] of Object.entries(people)) {
    const email = `${firstName(name).toLowerCase()}@${domain}`;
    made[key] = await ensurePersonByEmail(sql, { email, name, language, isDemonstration: isOpen }, now);
  }
  return made;
}

/** A team that begins, and the places at its board by the keys of those who have one. */
function recordsOf(
  { name, kind, accent, members, beside, prepares }: DemonstrationTeam,
  school: DemonstrationSchool,
  people: Readonly<Record<string, string>>,
  sessionDay: string,
) {
  const teamId = newId();
  const all = [
    ...members.map((person) => ({ person, place: 'member' as const })),
    ...(beside ? [beside] : []),
  ];
  const places = new Map(all.map(({ person }) => [person, newId()]));
  const theme = prepares && {
    theme: prepares.theme,
    endsOn: addDays(sessionDay, 7 * prepares.weeks),
  };
  const changes: Change[] = [
    { put: 'team', value: newTeam({ id: teamId, name, kind, accent, ...theme }) },
    ...all.map(({ person, place }): Change => {
      const { name, workDays } = school.people[person] ?? { name: person };
      const value = {
        id: places.get(person) ?? '',
        personId: people[person],
        place,
        name,
        initials: firstName(name).slice(0, 2).toUpperCase(),
        workDays: place === 'member' && workDays ? workDays : [1, 2, 3, 4, 5],
        awayUntil: null,
        joinedOn: addDays(sessionDay, -80),
        leftOn: null,
      };
      return { put: 'member', value };
    }),
  ];
  return { teamId, places, changes };
}
