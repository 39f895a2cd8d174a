import { describe, expect, it } from 'vitest';
import { goalId, newAction, newGoal, openGoalsStream, today } from '#features/goals/testing';
import { lise, member, rachid, sam, stranger, tom, yasmin } from '#features/people/testing';
import { id, teamId } from '#packages/testing/stream';
import {
  actionsForGoal,
  actionsOf,
  actionsWithoutOwner,
  addedSince,
  doneSince,
  openActions,
  overdueActions,
} from './actions.ts';
import { goalCommands } from './commands.ts';

const actionId = newAction.id;
const action = (n: number, change: Partial<typeof newAction> = {}) => ({
  ...newAction,
  text: `actie ${n}`,
  ...change,
  id: id(n),
});

const withActions = (...ns: number[]) => {
  const team = openGoalsStream();
  for (const n of ns) team.do('action.add', action(n));
  return team;
};
const texts = (actions: readonly { text: string }[]) => actions.map((each) => each.text);

describe('action.add', () => {
  it('G10: done, the same one again changes nothing, undo takes it off', () => {
    const team = openGoalsStream();
    const now = team.now;
    expect(team.do('action.add', newAction)).toBe('done');
    const open = { addedAt: now, doneAt: null, doneById: null, removedAt: null };
    expect(openActions(team.state)).toEqual([{ ...newAction, ...open }]);
    expect(team.do('action.add', { ...newAction, text: 'iets anders' })).toBe('unchanged');
    team.do('action.add', action(71));
    expect(team.undo()).toBe('done');
    expect(texts(openActions(team.state))).toEqual(['Exit tickets maken']);
  });

  it('G10: somebody is named once, as the owner or among the others', () => {
    const team = openGoalsStream();
    team.do('action.add', action(70, { ownerId: sam, alsoIds: [tom, sam, tom] }));
    expect(openActions(team.state)[0]?.alsoIds).toEqual([tom]);
  });

  it('G9: whoever is named is in the team, and the goal has been on the board', () => {
    const team = openGoalsStream();
    expect(team.do('action.add', action(70, { ownerId: rachid }))).toBe('people.member-gone');
    expect(team.do('action.add', action(70, { alsoIds: [stranger] }))).toBe('people.member-gone');
    expect(team.do('action.add', action(70, { goalId }))).toBe('goals.goal-gone');
    team.do('goal.add', newGoal);
    team.do('goal.remove', { goalId });
    expect(team.do('action.add', action(70, { goalId }))).toBe('done');
    expect(texts(actionsForGoal(team.state, goalId))).toEqual(['actie 70']);
    expect(actionsForGoal(team.state, null)).toEqual([]);
  });

  it('invalid', () => {
    const team = openGoalsStream();
    const add = (change: object) => team.send({ name: 'action.add', payload: { ...newAction, ...change } });
    expect(add({ text: 'een\ntwee' })).toBe('invalid text');
    expect(add({ text: 'x'.repeat(301) })).toBe('invalid text');
    expect(add({ kind: 'other' })).toBe('invalid kind');
    expect(add({ due: 'vrijdag' })).toBe('invalid due');
  });
});

describe('action.addMany', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => action(100 + n));

  it('G11: pasted lines all come on the board, and all leave with one undo', () => {
    const team = withActions(70);
    expect(team.do('action.addMany', { actions: many(50) })).toBe('done');
    expect(openActions(team.state)).toHaveLength(51);
    expect(team.undo()).toBe('done');
    expect(openActions(team.state)).toHaveLength(1);
    expect(team.undo()).toBe('done');
    expect(openActions(team.state)).toHaveLength(51);
    expect(team.do('action.addMany', { actions: many(50) })).toBe('unchanged');
  });

  it('G11: all of them or none, at most 50', () => {
    const team = openGoalsStream();
    const actions = [action(70), action(71, { ownerId: rachid })];
    expect(team.do('action.addMany', { actions })).toBe('people.member-gone');
    const context = { stream: { kind: 'team', id: teamId }, memberId: yasmin, now: team.now, today };
    expect(goalCommands['action.addMany'].run(team.state, { actions }, context)).toEqual({
      refused: 'people.member-gone',
      detail: { line: 2 },
    });
    expect(openActions(team.state)).toEqual([]);
    expect(team.do('action.addMany', { actions: many(51) })).toBe('invalid actions');
    expect(team.do('action.addMany', { actions: [] })).toBe('invalid actions');
  });
});

describe('action.edit, action.postpone', () => {
  const { id: _, ...same } = newAction;

  it('edit: done, undone, refused when it is gone', () => {
    const team = withActions(70);
    const edited = { ...same, kind: 'team' as const, ownerId: tom, alsoIds: [lise, tom], due: '2026-11-27' };
    expect(team.do('action.edit', { actionId, ...edited })).toBe('done');
    expect(openActions(team.state)[0]).toMatchObject({ ...edited, alsoIds: [lise] });
    expect(team.undo()).toBe('done');
    expect(openActions(team.state)[0]).toMatchObject({ ...same, text: 'actie 70' });
    expect(team.do('action.edit', { actionId, ...same, goalId: id(77) })).toBe('goals.goal-gone');
    expect(team.do('action.edit', { actionId, ...same, text: '' })).toBe('invalid text');
    team.do('action.remove', { actionIds: [actionId] });
    expect(team.do('action.edit', { actionId, ...same })).toBe('goals.action-gone');
  });

  it('G9: who left stays on what they were to do, until somebody else is named', () => {
    const team = withActions(70);
    team.apply([member(yasmin, 'Yasmin', { leftOn: today })]);
    expect(team.do('action.edit', { actionId, ...same, text: 'anders' })).toBe('done');
    expect(team.do('action.edit', { actionId, ...same, ownerId: rachid })).toBe('people.member-gone');
  });

  it('G13: postponed, without a date, and back', () => {
    const team = withActions(70);
    expect(team.do('action.postpone', { actionId, due: '2026-12-01' })).toBe('done');
    expect(team.do('action.postpone', { actionId, due: null })).toBe('done');
    expect(team.undo()).toBe('done');
    expect(openActions(team.state)[0]?.due).toBe('2026-12-01');
    expect(team.do('action.postpone', { actionId: id(77), due: null })).toBe('goals.action-gone');
    expect(team.do('action.postpone', { actionId, due: 'later' })).toBe('invalid due');
  });
});

describe('action.tick, action.untick', () => {
  it('G12: done once, whoever ticks it first', () => {
    const team = withActions(70);
    const now = team.now;
    expect(team.do('action.tick', { actionId, doneAt: null })).toBe('done');
    team.by = tom;
    expect(team.do('action.tick', { actionId, doneAt: null })).toBe('unchanged');
    expect(doneSince(team.state, now)).toMatchObject([{ doneAt: now, doneById: yasmin }]);
    expect(team.do('action.untick', { actionId })).toBe('done');
    expect(team.state.action.get(actionId)).toMatchObject({ doneAt: null, doneById: null });
    expect(team.do('action.untick', { actionId })).toBe('unchanged');
  });

  it('G12: undo of a tick opens it; undo of opening it keeps the moment of the tick', () => {
    const team = withActions(70);
    team.do('action.tick', { actionId, doneAt: null });
    const { doneAt } = team.state.action.get(actionId) ?? {};
    expect(team.undo()).toBe('done');
    expect(openActions(team.state)).toHaveLength(1);
    team.today = '2026-12-01';
    expect(team.undo()).toBe('done');
    expect(team.state.action.get(actionId)?.doneAt).toBe(doneAt);
  });

  it('G12: a moment that cannot be is now', () => {
    for (const doneAt of ['2026-11-23T12:00:00Z', '2031-01-01T00:00:00Z']) {
      const team = withActions(70);
      const now = team.now;
      team.do('action.tick', { actionId, doneAt });
      expect(team.state.action.get(actionId)?.doneAt).toBe(now);
    }
  });

  it('G12: a board display ticks for whoever stands there', () => {
    const team = withActions(70);
    team.by = null;
    expect(team.do('action.tick', { actionId, doneAt: null })).toBe('done');
    expect(team.state.action.get(actionId)?.doneById).toBeNull();
  });

  it('refused and invalid', () => {
    const team = withActions(70);
    expect(team.do('action.tick', { actionId, doneAt: 'gisteren' })).toBe('invalid doneAt');
    expect(team.do('action.untick', { actionId: '' })).toBe('invalid actionId');
    team.do('action.remove', { actionIds: [actionId] });
    expect(team.do('action.tick', { actionId, doneAt: null })).toBe('goals.action-gone');
    expect(team.do('action.untick', { actionId })).toBe('goals.action-gone');
  });
});

describe('action.remove, action.restore', () => {
  it('G11: one or several; what was already so stays so', () => {
    const team = withActions(70, 71, 72);
    team.do('action.remove', { actionIds: [id(71)] });
    expect(team.do('action.remove', { actionIds: [id(70), id(71), id(77)] })).toBe('done');
    expect(texts(openActions(team.state))).toEqual(['actie 72']);
    expect(team.undo()).toBe('done');
    expect(texts(openActions(team.state))).toEqual(['actie 70', 'actie 72']);
    expect(team.do('action.restore', { actionIds: [id(70)] })).toBe('unchanged');
    expect(team.do('action.restore', { actionIds: [id(71)] })).toBe('done');
    expect(team.undo()).toBe('done');
    expect(texts(openActions(team.state))).toEqual(['actie 70', 'actie 72']);
  });

  it('refused and invalid', () => {
    const team = withActions(70);
    expect(team.do('action.remove', { actionIds: [id(77)] })).toBe('goals.action-gone');
    expect(team.do('action.restore', { actionIds: [id(77)] })).toBe('goals.action-gone');
    expect(team.do('action.remove', { actionIds: [] })).toBe('invalid actionIds');
  });
});

describe('what a session asks of the actions', () => {
  const full = () => {
    const team = openGoalsStream();
    team.do('action.add', action(70));
    team.do('action.add', action(71, { due: '2026-11-27', ownerId: sam, alsoIds: [tom] }));
    team.do('action.add', action(72, { due: '2026-11-20', ownerId: tom }));
    team.do('action.add', action(73, { due: today, ownerId: null }));
    return team;
  };

  it('G14: overdue first, then by date, without a date last; overdue from the day after', () => {
    const { state } = full();
    expect(texts(openActions(state))).toEqual(['actie 72', 'actie 73', 'actie 71', 'actie 70']);
    expect(texts(overdueActions(state, today))).toEqual(['actie 72']);
    expect(texts(overdueActions(state, '2026-11-25'))).toEqual(['actie 72', 'actie 73']);
  });

  it('G14: what somebody has to do, alone or with others; what is done is no longer there', () => {
    const team = full();
    expect(texts(actionsOf(team.state, tom))).toEqual(['actie 72', 'actie 71']);
    team.do('action.tick', { actionId: id(72), doneAt: null });
    expect(texts(actionsOf(team.state, tom))).toEqual(['actie 71']);
    expect(overdueActions(team.state, today)).toEqual([]);
  });

  it('G15: nobody was named, or whoever was has left', () => {
    const team = full();
    expect(texts(actionsWithoutOwner(team.state))).toEqual(['actie 73']);
    team.apply([member(tom, 'Tom', { leftOn: today })]);
    expect(texts(actionsWithoutOwner(team.state))).toEqual(['actie 72', 'actie 73']);
  });

  it('G16: new and done since the session began', () => {
    const team = full();
    team.do('action.tick', { actionId: id(70), doneAt: null });
    const start = team.now;
    team.do('action.tick', { actionId: id(72), doneAt: null });
    team.do('action.tick', { actionId: id(71), doneAt: null });
    team.do('action.add', action(74));
    expect(texts(doneSince(team.state, start))).toEqual(['actie 71', 'actie 72']);
    expect(texts(addedSince(team.state, start))).toEqual(['actie 74']);
    const added = team.state.action.get(id(74))?.addedAt ?? '';
    team.do('action.add', action(69));
    expect(texts(addedSince(team.state, added))).toEqual(['actie 74', 'actie 69']);
    team.do('action.remove', { actionIds: [id(69)] });
    team.do('action.remove', { actionIds: [id(71), id(74)] });
    expect(texts(doneSince(team.state, start))).toEqual(['actie 72']);
    expect(addedSince(team.state, start)).toEqual([]);
  });
});
