import type { PeopleState, Team, TeamThing } from '#features/people/domain';
import { newId, type Refusal, refuse } from '#packages/kernel';
import type { CommandCall } from '#packages/sync';
import type { Effect } from '#packages/sync/server';
import type { House } from './house.ts';

/**
 * P19: a team's organisational board is a second board of the same team. It has a stream of its own, and in it the same people
 * under the same ids: whatever becomes of them at the improvement board is brought over. Nobody is in a team twice.
 */

/** What brings the second board up to date with the first. */
const mirrorOf = (state: PeopleState, { name, accent, theme, endsOn }: Team): CommandCall => ({
  name: 'team.mirror',
  payload: { name, accent, theme, endsOn, members: state.member.all() },
});

/** Opens the team's second board; asked again, it is the one that there is. */
export async function openSecondBoard(
  {
    database,
    streams,
    sessions,
  }: Pick<House, 'database' | 'streams'> & {
    readonly sessions: Pick<House['sessions'], 'personChanged'>;
  },
  { schoolId, teamId }: Pick<TeamThing, 'schoolId' | 'teamId'>,
  by: string,
): Promise<Refusal | { readonly boardId: string }> {
  const place = { ref: { kind: 'team', id: teamId }, school: schoolId };
  const snapshot = await streams.snapshot(place);
  // The stream is a team's (features/people/domain/streams.ts): it holds at least what this feature keeps.
  const state = snapshot?.state as PeopleState | undefined;
  const team = state?.team.get(teamId);
  if (!state || !team) return refuse('not-found');
  if (team.organisationalBoardId !== null) return { boardId: team.organisationalBoardId };

  const context = { scope: 'school', school: schoolId, person: by } as const;
  const boardId = await database.within(context, async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`second board ${teamId}`}, 0))`;
    const [open] = await sql<{ id: string }[]>`select id from team where improvement_board_id = ${teamId}`;
    if (open) return open.id;
    const id = newId(database.now());
    const board = { ...team, id, improvementBoardId: teamId };
    await streams.openStream(sql, { ref: { kind: 'team', id }, school: schoolId }, [
      { put: 'team', value: board },
      ...state.member.all().map((value) => ({ put: 'member', value })),
    ]);
    return id;
  });
  const message = { id: newId(database.now()), name: 'team.secondBoard', payload: { boardId } };
  const linked = await streams.run({ ...place, person: by, member: null, message });
  if ('refused' in linked) return refuse(linked.refused);
  // They have a place at one more board.
  for (const { personId } of state.member.all()) await sessions.personChanged(personId);
  return { boardId };
}

/** Whoever joined, left or is called otherwise, and a team that is: the second board hears of it in the same transaction. */
export const secondBoardEffect: Effect = ({ place: { ref }, entry, after }) => {
  if (ref.kind !== 'team') return null;
  const state = after as PeopleState;
  const team = state.team.get(ref.id);
  const isAboutThem = entry.changes.some(
    (change) => 'put' in change && (change.put === 'member' || change.put === 'team'),
  );
  if (!team || team.organisationalBoardId === null || !isAboutThem) return null;
  return {
    orders: [{ stream: { kind: 'team', id: team.organisationalBoardId }, call: mirrorOf(state, team) }],
  };
};
