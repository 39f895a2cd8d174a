import { useState } from 'react';
import { type BoardSession, sessionAgenda } from '#features/board/domain';
import { type Action, openGoals } from '#features/goals/domain';
import { ActionComposer, ActionDialog, ActionRow, OverdueActions } from '#features/goals/web';
import { useMessages } from '#packages/i18n/react';
import { Icon, type Room } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { type ActionGroup, actionGroups } from './session-view.ts';
import styles from './steps.module.css';
import { stepsMessages } from './steps-messages.ts';

/** With more than this, a screen on the wall shows them closer together. */
const MANY = 6;

/** What was agreed: late first, then this week's, then per goal; and only then the line for something new. */
export function ActionsStep({ session, room }: { session: BoardSession; room: Room }) {
  const { state, today, may } = useBoard();
  const say = useMessages(stepsMessages);
  const [edited, setEdited] = useState<string | null>(null);
  const agenda = sessionAgenda(state, session, today);
  const groups = actionGroups(agenda, openGoals(state), today);
  const { overdue, open, done } = agenda.actions;
  const isMany = overdue.length + open.length > MANY;
  const titleOf = (group: ActionGroup) => {
    if (group.is === 'goal') return say.goal(group.number);
    return group.is === 'week' ? say.week : say.loose;
  };

  return (
    <div className={styles.actions} data-room={room} data-many={isMany ? '' : undefined}>
      <div className={styles.lists}>
        {overdue.length > 0 && (
          <section className={styles.group} data-late>
            <h2>
              <Icon name="warning" />
              {say.overdue}
            </h2>
            {isMany ? <Rows actions={overdue} onEdit={setEdited} /> : <OverdueActions />}
          </section>
        )}
        {groups.map((group) => (
          <section key={group.is === 'goal' ? group.goal.id : group.is} className={styles.group}>
            <h2>
              {titleOf(group)}
              {group.is === 'goal' && <span className={styles.goal}>{group.goal.text}</span>}
            </h2>
            <Rows actions={group.actions} onEdit={setEdited} />
          </section>
        ))}
        {overdue.length + groups.length === 0 && <p className={styles.empty}>{say.nothingOpen}</p>}
      </div>
      <div className={styles.newAction}>
        {may('actions.take') && <ActionComposer />}
        {done.length > 0 && (
          <p className={styles.done}>
            <Icon name="check" /> {say.done(done.length)}
          </p>
        )}
      </div>
      {edited !== null && <ActionDialog actionId={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

function Rows({ actions, onEdit }: { actions: readonly Action[]; onEdit: (actionId: string) => void }) {
  const say = useMessages(stepsMessages);
  return (
    <ul aria-label={say.actions}>
      {actions.map((action) => (
        <ActionRow key={action.id} action={action} aboutHidden onEdit={() => onEdit(action.id)} />
      ))}
    </ul>
  );
}
