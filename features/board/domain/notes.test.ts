import { describe, expect, it } from 'vitest';
import { inspirationOf } from './inspiration-commands.ts';
import { parkedTopics, settledTopics, successesOf } from './notes.ts';
import { atMinute, idOf, RACHEL, SAM, STRANGER, TOM, teamAtWork, YASMIN } from './team.fixture.ts';

const A = idOf(601);
const B = idOf(602);
const C = idOf(603);
const nobody = { byId: null, aboutId: null, goalId: null };
const goal = {
  text: 'De leerlingen durven te vragen',
  pupils: null,
  target: 8,
  weeks: 6,
  startedOn: '2026-11-02',
  periodId: null,
  ownerId: null,
  baseline: null,
} as const;

describe('successes', () => {
  it('B21 name people of the team; who left may stay where the name stood', () => {
    const team = teamAtWork();
    expect(team.attempt('success.add', { id: A, text: 'Ja', ...nobody, aboutId: RACHEL })).toEqual({
      refused: 'people.member-gone',
    });
    expect(team.attempt('success.add', { id: A, text: 'Ja', ...nobody, byId: STRANGER })).toEqual({
      refused: 'people.member-gone',
    });
    team.do('success.add', { id: A, text: 'Ja', ...nobody, aboutId: TOM });
    team.do('member.leave', { memberId: TOM });
    team.do('success.edit', { successId: A, text: 'Ja!', ...nobody, aboutId: TOM });
    expect(
      team.attempt('success.edit', { successId: A, text: 'Ja!', ...nobody, byId: RACHEL, aboutId: TOM }),
    ).toEqual({ refused: 'people.member-gone' });
  });

  it('B24 name a goal that exists, even one that was taken off the board', () => {
    const team = teamAtWork();
    expect(team.attempt('success.add', { id: A, text: 'Ja', ...nobody, goalId: STRANGER })).toEqual({
      refused: 'goals.goal-gone',
    });
    team.do('goal.add', { id: idOf(301), ...goal });
    team.do('goal.remove', { goalId: idOf(301) });
    team.do('success.add', { id: A, text: 'Ja', ...nobody, goalId: idOf(301) });
    expect(team.attempt('success.edit', { successId: A, text: 'Ja', ...nobody, goalId: STRANGER })).toEqual({
      refused: 'goals.goal-gone',
    });
  });

  it('B22 are cheered once by each member', () => {
    const team = teamAtWork();
    team.do('success.add', { id: A, text: 'Ja', ...nobody });
    for (const memberId of [TOM, SAM, TOM]) team.do('success.cheer', { successId: A, memberId, cheer: true });
    expect(team.state.success.get(A)?.cheeredBy).toEqual([TOM, SAM]);
    team.do('success.cheer', { successId: A, memberId: TOM, cheer: false });
    expect(team.do('success.cheer', { successId: A, memberId: YASMIN, cheer: false })).toEqual([]);
    expect(team.state.success.get(A)?.cheeredBy).toEqual([SAM]);
    expect(team.attempt('success.cheer', { successId: A, memberId: RACHEL, cheer: true })).toEqual({
      refused: 'people.member-gone',
    });
  });

  it('B23 taken off the board are kept, out of sight, and cannot be changed until they are back', () => {
    const team = teamAtWork();
    team.do('success.add', { id: A, text: 'Ja', ...nobody });
    team.at(1).do('success.add', { id: B, text: 'Nog een', ...nobody });
    expect(successesOf(team.state).map((success) => success.id)).toEqual([B, A]);
    expect(successesOf(team.state, atMinute(1)).map((success) => success.id)).toEqual([B]);
    team.do('success.remove', { successId: A });
    expect(successesOf(team.state).map((success) => success.id)).toEqual([B]);
    expect(team.attempt('success.edit', { successId: A, text: 'Nee', ...nobody })).toEqual({
      refused: 'board.success-gone',
    });
    expect(team.attempt('success.cheer', { successId: A, memberId: TOM, cheer: true })).toEqual({
      refused: 'board.success-gone',
    });
    team.do('success.restore', { successId: A });
    expect(successesOf(team.state)).toHaveLength(2);
  });
});

describe('the parking lot', () => {
  const about = { byId: null, goalId: null, actionId: null };

  it('B24 keeps the goal or action that the team was talking about', () => {
    const team = teamAtWork();
    team.do('goal.add', { id: idOf(301), ...goal });
    team.do('parked.add', { id: A, text: 'Toets te lang?', ...about, byId: SAM, goalId: idOf(301) });
    expect(team.state.parkedTopic.get(A)).toMatchObject({ byId: SAM, goalId: idOf(301), settledAt: null });
    expect(team.attempt('parked.add', { id: B, text: 'x', ...about, actionId: STRANGER })).toEqual({
      refused: 'goals.action-gone',
    });
    expect(team.attempt('parked.add', { id: B, text: 'x', ...about, goalId: STRANGER })).toEqual({
      refused: 'goals.goal-gone',
    });
    expect(team.attempt('parked.add', { id: B, text: 'x', ...about, byId: RACHEL })).toEqual({
      refused: 'people.member-gone',
    });
  });

  it('B25 settles a subject once; what became of it can be told later', () => {
    const team = teamAtWork();
    team.do('parked.add', { id: A, text: 'Rooster', ...about });
    team.at(1).do('parked.add', { id: B, text: 'Sleutel', ...about });
    expect(parkedTopics(team.state).map((topic) => topic.id)).toEqual([A, B]);
    team.at(2).do('parked.settle', { topicId: A, outcome: null });
    team.at(9).do('parked.settle', { topicId: A, outcome: 'Komt in maart' });
    expect(settledTopics(team.state)).toMatchObject([
      { id: A, settledAt: atMinute(2), outcome: 'Komt in maart' },
    ]);
    team.do('parked.unsettle', { topicId: A });
    expect(team.state.parkedTopic.get(A)).toMatchObject({ settledAt: null, outcome: null });
    expect(parkedTopics(team.state)).toHaveLength(2);
  });

  it('B23 a subject that was taken off cannot be changed until it is back', () => {
    const team = teamAtWork();
    team.do('parked.add', { id: A, text: 'Rooster', ...about });
    team.do('parked.remove', { topicId: A });
    expect(parkedTopics(team.state)).toEqual([]);
    for (const [name, more] of [
      ['parked.edit', { text: 'x' }],
      ['parked.settle', { outcome: null }],
      ['parked.unsettle', {}],
    ] as const) {
      expect(team.attempt(name, { topicId: A, ...more })).toEqual({ refused: 'board.topic-gone' });
    }
  });
});

describe('the inspiration side', () => {
  const add = (team: ReturnType<typeof teamAtWork>, id: string, kind: 'agreement' | 'arena' = 'agreement') =>
    team.do('inspiration.add', { id, kind, text: `Afspraak ${id.slice(-3)}`, day: null });
  const order = (team: ReturnType<typeof teamAtWork>) =>
    inspirationOf(team.state, 'agreement').map((item) => item.id);

  it('B26 puts a new one last among its kind, and what comes back where it was', () => {
    const team = teamAtWork();
    for (const id of [A, B]) add(team, id);
    team.do('inspiration.remove', { inspirationId: B });
    add(team, C);
    add(team, idOf(604), 'arena');
    team.do('inspiration.restore', { inspirationId: B });
    expect(order(team)).toEqual([A, B, C]);
  });

  it('B27 moves one among its kind', () => {
    const team = teamAtWork();
    for (const id of [A, B, C]) add(team, id);
    team.do('inspiration.move', { inspirationId: C, index: 0 });
    expect(order(team)).toEqual([C, A, B]);
    team.do('inspiration.move', { inspirationId: C, index: 99 });
    expect(order(team)).toEqual([A, B, C]);
    expect(team.do('inspiration.move', { inspirationId: B, index: 1 })).toEqual([]);
  });

  it('B23 one that was taken off cannot be changed until it is back', () => {
    const team = teamAtWork();
    add(team, A);
    team.do('inspiration.remove', { inspirationId: A });
    expect(team.attempt('inspiration.edit', { inspirationId: A, text: 'x', day: null })).toEqual({
      refused: 'themes.inspiration-gone',
    });
    expect(team.attempt('inspiration.move', { inspirationId: A, index: 0 })).toEqual({
      refused: 'themes.inspiration-gone',
    });
  });
});
