import { type Action, isOverdue } from '#features/goals/domain';
import { sayDay, sayDistance } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Icon } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { actionMessages } from './action-messages.ts';
import styles from './action-row.module.css';

/** By when: "vr 27 nov", "2 dagen te laat", "gedaan". */
export function ActionWhen({ action }: { action: Action }) {
  const { today } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(actionMessages);
  if (action.doneAt !== null) return <span className={styles.done}>{say.done}</span>;
  if (action.due === null) return <span className={styles.noDay}>{say.noDay}</span>;
  if (!isOverdue(action, today)) return <span>{sayDay(action.due, today, language)}</span>;
  return (
    <span className={styles.late} title={sayDay(action.due, today, language)}>
      <Icon name="clock" />
      <span>{sayDistance(action.due, today, language)}</span>
    </span>
  );
}
