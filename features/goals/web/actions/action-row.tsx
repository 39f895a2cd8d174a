import { type Action, isOverdue } from '#features/goals/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Checkbox, Icon, Menu, type MenuItem } from '#packages/ui';
import { goalNumber } from '../goals/goal-view.ts';
import { useGoals } from '../use-goals.ts';
import { postponements } from './action-list.ts';
import { actionMessages } from './action-messages.ts';
import styles from './action-row.module.css';
import { ActionWhen } from './action-when.tsx';
import { useActionChanges } from './use-action-changes.ts';
import { useWho } from './use-who.ts';

export type ActionRowProps = {
  action: Action;
  onEdit: () => void;
  /** Leave out who does it, where the list is of one person. */
  whoHidden?: boolean;
  /** Leave out the kind and the goal, where a heading says so: one line per action. */
  aboutHidden?: boolean;
};

/** One action: a large tick, what, who, by when. A tap on the words opens it. */
export function ActionRow({ action, onEdit, whoHidden = false, aboutHidden = false }: ActionRowProps) {
  const { state, today, may } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(actionMessages);
  const changes = useActionChanges(action);
  const who = useWho(action);
  const isDone = action.doneAt !== null;
  const place = goalNumber(state, action.goalId);
  const mayChange = may('actions.take');
  const about = [say.kindShort[action.kind], ...(place === null ? [] : [say.goal(place)])].join(' · ');

  const later: MenuItem[] = isDone
    ? []
    : postponements(state, action, today).map(({ to, day }) => ({
        id: to,
        label: to === 'week-later' ? say.weekLater : say.untilSession,
        hint: sayDay(day, today, language),
        icon: <Icon name={to === 'week-later' ? 'next' : 'calendar'} />,
        onSelect: () => void changes.postpone(day),
      }));

  return (
    <li
      className={[styles.row, isDone && styles.isDone, isOverdue(action, today) && styles.isLate]
        .filter(Boolean)
        .join(' ')}
      data-moves={action.id}
      data-record={action.id}
      data-who={whoHidden ? 'hidden' : undefined}
    >
      <span className={styles.tick}>
        <Checkbox
          label={say.tick(action.text)}
          labelHidden
          checked={isDone}
          disabled={!mayChange}
          onChange={(isTicked) => void changes.tick(isTicked)}
        />
      </span>
      <button type="button" data-print className={styles.text} onClick={onEdit} title={say.edit}>
        {action.text}
      </button>
      <span className={styles.meta}>
        {!whoHidden && (
          <span className={[styles.who, who.isOpen && !isDone && styles.open].filter(Boolean).join(' ')}>
            {who.text}
          </span>
        )}
        <span className={styles.when}>
          <ActionWhen action={action} />
        </span>
        {!aboutHidden && <span className={styles.about}>{about}</span>}
      </span>
      {mayChange && (
        <span className={styles.more}>
          <Menu
            label={say.rowMore(action.text)}
            icon={<Icon name="more" />}
            items={[
              ...later,
              { id: 'edit', label: say.edit, icon: <Icon name="edit" />, onSelect: onEdit },
              {
                id: 'remove',
                label: say.remove,
                icon: <Icon name="trash" />,
                danger: true,
                onSelect: () => void changes.remove(),
              },
            ]}
          />
        </span>
      )}
    </li>
  );
}
