import type { Action } from '#features/goals/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import type { Day } from '#packages/kernel';
import { useGoals } from '../use-goals.ts';
import { actionMessages } from './action-messages.ts';

/** What people do with an action on its row; each says what happened and offers the way back. */
export function useActionChanges(action: Action) {
  const { send, today } = useGoals();
  const { language } = useLanguage();
  const { did } = useMessages(actionMessages);
  const { id: actionId, kind, text, alsoIds, goalId, due } = action;
  return {
    tick: (isDone: boolean) =>
      isDone
        ? send('action.tick', { actionId, doneAt: null }, did.ticked(text))
        : send('action.untick', { actionId }, did.unticked),
    postpone: (day: Day) =>
      send('action.postpone', { actionId, due: day }, did.postponed(sayDay(day, today, language))),
    handOver: (ownerId: string, name: string) =>
      send(
        'action.edit',
        { actionId, kind, text, ownerId, alsoIds: alsoIds.filter((id) => id !== ownerId), goalId, due },
        did.handedOver(name),
      ),
    remove: () => send('action.remove', { actionIds: [actionId] }, did.removed),
  };
}
