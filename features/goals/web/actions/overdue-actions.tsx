import { useRef, useState } from 'react';
import { type Action, overdueActions } from '#features/goals/domain';
import { currentPeople } from '#features/people/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Checkbox, Icon, Menu } from '#packages/ui';
import { firstNames } from '../first-names.ts';
import { goalNumber } from '../goals/goal-view.ts';
import { useGoals } from '../use-goals.ts';
import { ActionDialog } from './action-dialog.tsx';
import { postponements } from './action-list.ts';
import { actionMessages } from './action-messages.ts';
import { ActionWhen } from './action-when.tsx';
import styles from './overdue-actions.module.css';
import { useActionChanges } from './use-action-changes.ts';
import { useMoves } from './use-moves.ts';
import { useWho } from './use-who.ts';

/** What should have been done: for each one tap to tick it off, to agree on another day, or to hand it over. */
export function OverdueActions() {
  const { state, today } = useGoals();
  const say = useMessages(actionMessages);
  const list = useRef<HTMLUListElement>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const overdue = overdueActions(state, today);
  useMoves(list);
  return (
    <>
      {overdue.length === 0 ? (
        <p className={styles.none}>
          <Icon name="check" />
          <span>{say.emptyOverdue}</span>
        </p>
      ) : (
        <ul ref={list} className={styles.list} aria-label={say.list}>
          {overdue.map((action) => (
            <OverdueAction key={action.id} action={action} onEdit={() => setEdited(action.id)} />
          ))}
        </ul>
      )}
      {edited !== null && <ActionDialog actionId={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function OverdueAction({ action, onEdit }: { action: Action; onEdit: () => void }) {
  const { state, today, may } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(actionMessages);
  const changes = useActionChanges(action);
  const who = useWho(action);
  const place = goalNumber(state, action.goalId);
  const members = currentPeople(state);
  const called = firstNames(members);
  const mayChange = may('actions.take');
  return (
    <li className={styles.row} data-moves={action.id}>
      <Checkbox
        label={say.tick(action.text)}
        labelHidden
        checked={false}
        disabled={!mayChange}
        onChange={() => void changes.tick(true)}
      />
      <div className={styles.what}>
        <button type="button" data-print className={styles.text} onClick={onEdit} title={say.edit}>
          {action.text}
        </button>
        <p className={styles.about}>
          <strong>{who.text}</strong>
          <ActionWhen action={action} />
          {place !== null && <span>{say.goal(place)}</span>}
        </p>
      </div>
      {mayChange && (
        <div className={styles.ways}>
          {postponements(state, action, today).map(({ to, day }) => (
            <Button key={to} size="small" onClick={() => void changes.postpone(day)}>
              {to === 'week-later'
                ? say.weekShort(sayDay(day, today, language))
                : say.sessionShort(sayDay(day, today, language))}
            </Button>
          ))}
          <Menu
            label={say.handOver}
            className={styles.handOver}
            items={members
              .filter(({ id }) => id !== action.ownerId)
              .map(({ id, name }) => ({
                id,
                label: called.get(id) ?? name,
                onSelect: () => void changes.handOver(id, called.get(id) ?? name),
              }))}
          />
        </div>
      )}
    </li>
  );
}
