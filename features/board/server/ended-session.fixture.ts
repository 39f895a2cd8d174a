import { expect } from 'vitest';
import { boardPart, type TeamPayloads, type TeamState } from '#features/board/domain';
import { newTeam } from '#features/people/domain';
import { type Change, type CommandsOfPart, runnableOf } from '#packages/sync';
import { id, OpenStream, teamId } from '#packages/testing/stream';

export const [YASMIN, TOM, SESSION, GOAL] = [id(11), id(12), id(20), id(30)];

const member = (memberId: string, name: string): Change => ({
  put: 'member',
  value: {
    id: memberId,
    personId: memberId,
    place: 'member',
    name,
    initials: name.slice(0, 2),
    workDays: [1, 2, 3, 4, 5],
    awayUntil: null,
    joinedOn: '2026-08-24',
    leftOn: null,
  },
});

/** Tuesday 24 November: Yasmin leads, Tom takes something upon himself. */
export function endedSession(end: 'session.close' | 'session.closeForgotten' = 'session.close') {
  const team = new OpenStream<TeamState, CommandsOfPart<typeof boardPart>>(runnableOf(boardPart), {
    changes: [
      { put: 'team', value: newTeam({ id: teamId, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' }) },
      member(YASMIN, 'Yasmin Aksoy'),
      member(TOM, 'Tom Visser'),
    ],
    today: '2026-11-24',
    by: YASMIN,
  });
  const action = { kind: 'classroom' as const, alsoIds: [], goalId: null };
  const done: { [Name in keyof TeamPayloads]?: TeamPayloads[Name] } = {
    'fixedMoment.set': { weekday: 2, startsAt: '15:45', minutes: 15, place: null },
    'session.start': { id: SESSION, leaderId: YASMIN },
    'checkIn.mark': { id: id(21), sessionId: SESSION, memberId: TOM, mark: 'good', remark: null },
    'success.add': { id: id(22), text: 'Het <b>lukte</b> & hoe', byId: TOM, aboutId: null, goalId: null },
    'goal.add': {
      id: GOAL,
      text: 'De leerlingen durven te vragen',
      pupils: null,
      target: 7.5,
      weeks: 6,
      startedOn: '2026-11-24',
      periodId: null,
      ownerId: null,
      baseline: { id: id(31), value: 5.5, byMemberId: null },
    },
    'action.addMany': {
      actions: [
        { ...action, id: id(41), text: 'Exit tickets maken', ownerId: TOM, due: '2026-11-27' },
        { ...action, id: id(42), text: 'Ouders schrijven', ownerId: YASMIN, due: null },
      ],
    },
    'parked.add': { id: id(51), text: 'Rooster van januari', byId: null, goalId: null, actionId: null },
  };
  for (const [name, payload] of Object.entries(done)) expect(team.send({ name, payload })).toBe('done');
  if (end === 'session.closeForgotten') team.today = '2026-11-25';
  expect(team.send({ name: end, payload: { sessionId: SESSION } })).toBe('done');
  const session = team.state.boardSession.get(SESSION);
  if (!session) throw new Error('no session');
  return { state: team.state, session };
}
