import { initialsFor, type PlaceAtBoard } from '#features/people/domain';
import { newId, type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { present } from './present.ts';
import { typedCode } from './secrets.ts';

type Place = { readonly schoolId: string; readonly teamId: string };

/**
 * Gives a person a place in a team, or back the place that they had; beside the team (rule P17) where `as` says so. Whoever is in
 * it already just stays.
 */
export async function joinTeam(
  { database, streams, sessions }: Pick<House, 'database' | 'streams' | 'sessions'>,
  place: Place,
  personId: string,
  as: PlaceAtBoard = 'member',
): Promise<Refusal | { readonly teamId: string }> {
  const { schoolId, teamId } = place;
  const name = await database.within({ scope: 'person', person: personId }, async (sql) => {
    const [person] = await sql<{ name: string }[]>`select name from person where id = ${personId}`;
    return person?.name ?? null;
  });
  if (name === null) return refuse('not-found');
  const members = await database.within(
    { scope: 'school', school: schoolId, person: personId },
    (sql) => sql<{ personId: string; initials: string; leftOn: string | null; place: PlaceAtBoard }[]>`
      select person_id as "personId", initials, left_on as "leftOn", place from member where team_id = ${teamId}`,
  );
  const before = members.find((member) => member.personId === personId && member.leftOn === null);
  if (before && (before.place === 'member' || before.place === as)) return { teamId };

  const result = await streams.run({
    ref: { kind: 'team', id: teamId },
    school: schoolId,
    person: personId,
    member: null,
    message: {
      id: newId(database.now()),
      name: 'member.join',
      payload: {
        id: newId(database.now()),
        personId,
        name,
        initials: initialsFor(
          name,
          members.filter((member) => member.leftOn === null).map((member) => member.initials),
        ),
        place: as,
      },
    },
  });
  if ('refused' in result) return refuse('people.team-gone');
  await sessions.personChanged(personId);
  return { teamId };
}

/** Where a join code leads; null when no team has it now. */
export async function teamOfJoinCode(
  { database }: Pick<House, 'database'>,
  typed: string,
): Promise<(Place & { teamName: string; schoolName: string }) | null> {
  const code = typedCode(typed);
  const place = await database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, code);
    const [row] = await sql<
      Place[]
    >`select school_id as "schoolId", team_id as "teamId" from join_code where code = ${code}`;
    return row ?? null;
  });
  if (!place) return null;
  const names = await namesOf({ database }, place);
  return names ? { ...place, ...names } : null;
}

async function namesOf(
  { database }: Pick<House, 'database'>,
  { schoolId, teamId }: { schoolId: string; teamId: string },
): Promise<{ teamName: string; schoolName: string } | null> {
  return database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    const [row] = await sql<{ teamName: string; schoolName: string }[]>`
      select team.name as "teamName", school.name as "schoolName"
      from team join school on school.id = team.school_id where team.id = ${teamId}`;
    return row ?? null;
  });
}
