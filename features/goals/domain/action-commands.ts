import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, isRefusal, type Refusal, refuse } from '#packages/kernel';
import { type Change, changesOf, commandOver } from '#packages/sync';
import { type Action, actionKinds, type GoalRecords, type GoalState } from './records.ts';

const command = commandOver<GoalState>();
const { put } = changesOf<GoalRecords>();

const actionId = field.id;
const described = {
  kind: z.enum(actionKinds),
  text: field.line(300),
  ownerId: field.nullable(field.id),
  alsoIds: z.array(field.id).check(z.maxLength(40)),
  goalId: field.nullable(field.id),
  due: field.nullable(field.day),
};
const newAction = z.object({ id: field.id, ...described });
type NewAction = z.output<typeof newAction>;

const actionIds = z.array(actionId).check(z.minLength(1), z.maxLength(50));

const actionOnBoard = (state: GoalState, id: string): Action | null => {
  const action = state.action.get(id);
  return action && action.removedAt === null ? action : null;
};

/** G10: somebody is named once: as the owner, or among the others. */
const others = (ownerId: string | null, alsoIds: readonly string[]): string[] =>
  [...new Set(alsoIds)].filter((id) => id !== ownerId);

/** G10: a goal that was taken off the board may keep its actions: it can come back. */
const unknownGoal = (state: GoalState, goalId: string | null): Refusal | null =>
  goalId !== null && !state.goal.get(goalId) ? refuse('goals.goal-gone') : null;

function added(state: GoalState, { id, ...action }: NewAction, now: string): readonly Change[] | Refusal {
  if (state.action.get(id)) return [];
  const alsoIds = others(action.ownerId, action.alsoIds);
  const notDone = { addedAt: now, doneAt: null, doneById: null, removedAt: null };
  return (
    strangers(state, [action.ownerId, ...alsoIds]) ??
    unknownGoal(state, action.goalId) ?? [put('action', { id, ...action, alsoIds, ...notDone })]
  );
}

/** Each of the actions that are there, changed; refused only when none of them exists. */
function each(state: GoalState, ids: readonly string[], change: (action: Action) => Action | null) {
  const found = [...new Set(ids)].flatMap((id) => state.action.get(id) ?? []);
  if (found.length === 0) return refuse('goals.action-gone');
  return found.flatMap((action) => {
    const changed = change(action);
    return changed ? [put('action', changed)] : [];
  });
}

export const commandsOnActions = {
  'action.add': command({
    capability: 'actions.take',
    payload: newAction,
    run: (state, action, { now }) => added(state, action, now),
    undo: (_, { id }) => ({ name: 'action.remove', payload: { actionIds: [id] } }),
  }),

  /** G11: pasted lines, all of them or none; the refusal says which line (from 1) is in the way. */
  'action.addMany': command({
    capability: 'actions.take',
    payload: z.object({ actions: z.array(newAction).check(z.minLength(1), z.maxLength(50)) }),
    run: (state, { actions }, { now }) => {
      const changes: Change[] = [];
      for (const [index, action] of actions.entries()) {
        const result = added(state, action, now);
        if (isRefusal(result)) return refuse(result.refused, { line: index + 1 });
        changes.push(...result);
      }
      return changes;
    },
    undo: (before, { actions }) => {
      const fresh = actions.map((action) => action.id).filter((id) => !before.action.get(id));
      return fresh.length === 0 ? null : { name: 'action.remove', payload: { actionIds: fresh } };
    },
  }),

  'action.edit': command({
    capability: 'actions.take',
    payload: z.object({ actionId, ...described }),
    run: (state, { actionId, ...edited }) => {
      const action = actionOnBoard(state, actionId);
      if (!action) return refuse('goals.action-gone');
      const alsoIds = others(edited.ownerId, edited.alsoIds);
      return (
        strangers(state, [edited.ownerId, ...alsoIds], [action.ownerId, ...action.alsoIds]) ??
        unknownGoal(state, edited.goalId) ?? [put('action', { ...action, ...edited, alsoIds })]
      );
    },
    undo: (before, { actionId }) => {
      const action = before.action.get(actionId);
      if (!action) return null;
      const { kind, text, ownerId, alsoIds, goalId, due } = action;
      return { name: 'action.edit', payload: { actionId, kind, text, ownerId, alsoIds, goalId, due } };
    },
  }),

  /** G13: null takes the date away. */
  'action.postpone': command({
    capability: 'actions.take',
    payload: z.object({ actionId, due: field.nullable(field.day) }),
    run: (state, { actionId, due }) => {
      const action = actionOnBoard(state, actionId);
      return action ? [put('action', { ...action, due })] : refuse('goals.action-gone');
    },
    undo: (before, { actionId }) => {
      const action = before.action.get(actionId);
      return action ? { name: 'action.postpone', payload: { actionId, due: action.due } } : null;
    },
  }),

  /** G12: ticked by two people at once it is done once. `doneAt` null is now; another moment only puts back an earlier tick. */
  'action.tick': command({
    capability: 'actions.take',
    payload: z.object({ actionId, doneAt: field.nullable(field.instant) }),
    run: (state, { actionId, doneAt }, { now, memberId }) => {
      const action = actionOnBoard(state, actionId);
      if (!action) return refuse('goals.action-gone');
      if (action.doneAt !== null) return [];
      const at = doneAt === null ? now : new Date(doneAt).toISOString();
      const possible = at >= action.addedAt && at <= now;
      return [put('action', { ...action, doneAt: possible ? at : now, doneById: memberId })];
    },
    undo: (before, { actionId }) =>
      before.action.get(actionId)?.doneAt === null ? { name: 'action.untick', payload: { actionId } } : null,
  }),

  'action.untick': command({
    capability: 'actions.take',
    payload: z.object({ actionId }),
    run: (state, { actionId }) => {
      const action = actionOnBoard(state, actionId);
      if (!action) return refuse('goals.action-gone');
      return action.doneAt === null ? [] : [put('action', { ...action, doneAt: null, doneById: null })];
    },
    undo: (before, { actionId }) => {
      const doneAt = before.action.get(actionId)?.doneAt ?? null;
      return doneAt === null ? null : { name: 'action.tick', payload: { actionId, doneAt } };
    },
  }),

  'action.remove': command({
    capability: 'actions.take',
    payload: z.object({ actionIds }),
    run: (state, { actionIds }, { now }) =>
      each(state, actionIds, (action) => (action.removedAt === null ? { ...action, removedAt: now } : null)),
    undo: (before, { actionIds }) => {
      const there = actionIds.filter((id) => actionOnBoard(before, id));
      return there.length === 0 ? null : { name: 'action.restore', payload: { actionIds: there } };
    },
  }),

  'action.restore': command({
    capability: 'actions.take',
    payload: z.object({ actionIds }),
    run: (state, { actionIds }) =>
      each(state, actionIds, (action) => (action.removedAt === null ? null : { ...action, removedAt: null })),
    undo: (before, { actionIds }) => {
      const gone = actionIds.filter((id) => before.action.get(id)?.removedAt);
      return gone.length === 0 ? null : { name: 'action.remove', payload: { actionIds: gone } };
    },
  }),
} as const;
