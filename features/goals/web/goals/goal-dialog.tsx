import type { Goal } from '#features/goals/domain';
import { useSaidName } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, Icon } from '#packages/ui';
import { ActionRows } from '../actions/action-rows.tsx';
import { namesInTeam } from '../first-names.ts';
import { useGoals } from '../use-goals.ts';
import { GoalAttention } from './goal-attention.tsx';
import styles from './goal-dialog.module.css';
import { GoalFigures } from './goal-figures.tsx';
import { GoalMeasure } from './goal-measure.tsx';
import { goalMessages } from './goal-messages.ts';
import { goalStanding } from './goal-view.ts';
import { useGoalChanges } from './use-goal-changes.ts';

type Props = { goalId: string; onClose: () => void; onEdit: () => void };

/** Everything of one goal: its course, its measurements, its actions. */
export function GoalDialog({ goalId, onClose, onEdit }: Props) {
  const { state } = useGoals();
  const goal = state.goal.get(goalId);
  return goal && goal.removedAt === null ? <OpenGoal goal={goal} onClose={onClose} onEdit={onEdit} /> : null;
}

function OpenGoal({ goal, onClose, onEdit }: { goal: Goal; onClose: () => void; onEdit: () => void }) {
  const { state, today, may } = useGoals();
  const say = useMessages(goalMessages);
  const changes = useGoalChanges(goal);
  const said = useSaidName();
  const owner = goal.ownerId === null ? undefined : namesInTeam(state).get(goal.ownerId);
  const isReached = goalStanding(state, goal, today) === 'reached';
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={goal.text}
      closeLabel={say.closeDialog}
      footer={
        may('goals.set') && (
          <>
            <Button icon={<Icon name="edit" />} onClick={onEdit}>
              {say.edit}
            </Button>
            {goal.closedOn !== null && (
              <Button icon={<Icon name="undo" />} onClick={() => void changes.reopen()}>
                {say.reopen}
              </Button>
            )}
            <Button kind="primary" onClick={onClose}>
              {say.closeDialog}
            </Button>
          </>
        )
      }
    >
      <div className={styles.about}>
        <GoalFigures goal={goal} />
        {owner !== undefined && <p>{say.ownedBy(said(owner))}</p>}
        <GoalAttention goal={goal} />
        {isReached && (
          <Button size="small" onClick={() => void changes.finish()}>
            {say.celebrate}
          </Button>
        )}
      </div>
      <GoalMeasure goalId={goal.id} />
      <section className={styles.actions}>
        <h3>{say.actions}</h3>
        <ActionRows goalId={goal.id} empty={say.noActions} />
      </section>
    </Dialog>
  );
}
