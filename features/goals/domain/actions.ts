import type { Day } from '#packages/kernel';
import type { Action, GoalState } from './records.ts';

type Actions = Pick<GoalState, 'action'>;

const standing = (state: Actions): Action[] =>
  state.action.all().filter((action) => action.removedAt === null);

/** No day at all comes after every day. */
const LATER_THAN_ALL = '9999';

const soonestFirst = (a: Action, b: Action): number =>
  (a.due ?? LATER_THAN_ALL).localeCompare(b.due ?? LATER_THAN_ALL) ||
  a.addedAt.localeCompare(b.addedAt) ||
  a.id.localeCompare(b.id);

/** G14: what is still to be done: overdue first, then by date; without a date last. */
export const openActions = (state: Actions): Action[] =>
  standing(state)
    .filter((action) => action.doneAt === null)
    .sort(soonestFirst);

/** G14: overdue from the day after the agreed one. */
export const isOverdue = (action: Action, today: Day): boolean =>
  action.doneAt === null && action.due !== null && action.due < today;

export const overdueActions = (state: Actions, today: Day): Action[] =>
  openActions(state).filter((action) => isOverdue(action, today));

/** What somebody still has to do, alone or with others. */
export const actionsOf = (state: Actions, memberId: string): Action[] =>
  openActions(state).filter((action) => action.ownerId === memberId || action.alsoIds.includes(memberId));

/** Open actions for one goal; null gives those without a goal. */
export const actionsForGoal = (state: Actions, goalId: string | null): Action[] =>
  openActions(state).filter((action) => action.goalId === goalId);

/** G15: nobody sees to these: nobody was named yet, or whoever was has left the team. */
export const actionsWithoutOwner = (state: Pick<GoalState, 'action' | 'member'>): Action[] =>
  openActions(state).filter(
    (action) => action.ownerId === null || state.member.get(action.ownerId)?.leftOn !== null,
  );

/** What was ticked off at `instant` or after, the latest first. */
export const doneSince = (state: Actions, instant: string): Action[] =>
  standing(state)
    .filter((action) => action.doneAt !== null && action.doneAt >= instant)
    .sort((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? '') || b.id.localeCompare(a.id));

/** What came on the board at `instant` or after, in the order in which it came. */
export const addedSince = (state: Actions, instant: string): Action[] =>
  standing(state)
    .filter((action) => action.addedAt >= instant)
    .sort((a, b) => a.addedAt.localeCompare(b.addedAt) || a.id.localeCompare(b.id));
