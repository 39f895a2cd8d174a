import { type Refusal, refuse } from '#packages/kernel';
import type { BoardState } from './state.ts';

/** B24: a note points at a goal or an action that exists; one that was taken off the board may stay: it can come back. */
export function unknownSubject(
  state: Pick<BoardState, 'goal' | 'action'>,
  goalId: string | null,
  actionId: string | null,
): Refusal | null {
  if (goalId !== null && !state.goal.get(goalId)) return refuse('goals.goal-gone');
  return actionId !== null && !state.action.get(actionId) ? refuse('goals.action-gone') : null;
}
