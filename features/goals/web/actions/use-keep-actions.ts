import { goalsContract } from '#features/goals/domain';
import { keep, Refused, Unreachable } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useToasts } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { actionMessages } from './action-messages.ts';

/** G19: the actions of the team as a sheet on this device. */
export function useKeepActions(): () => void {
  const { teamId } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(actionMessages);
  const toasts = useToasts();
  const keepThem = async () => {
    try {
      await keep(goalsContract.actionsSheet, { params: { team: teamId }, query: { as: 'xlsx', language } });
      toasts.show({ text: say.kept, icon: 'check' });
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      toasts.show({ text: say.notKept, tone: 'warning' });
    }
  };
  return () => void keepThem();
}
