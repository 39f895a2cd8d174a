import type { Goal } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card } from '#packages/ui';
import { GoalChart } from '../shown-later.ts';
import { useGoals } from '../use-goals.ts';
import { GoalAttention } from './goal-attention.tsx';
import styles from './goal-card.module.css';
import { GoalFigures } from './goal-figures.tsx';
import { GoalMenu } from './goal-menu.tsx';
import { goalMessages } from './goal-messages.ts';
import { type GoalsSharing, goalStanding } from './goal-view.ts';
import { useGoalChanges } from './use-goal-changes.ts';

type Props = {
  goal: Goal;
  sharing: GoalsSharing;
  onOpen: () => void;
  onEdit: () => void;
};

/** A goal on the board: what the team wants, how far it is, and what it asks for now. */
export function GoalCard({ goal, sharing, onOpen, onEdit }: Props) {
  const { state, today, may } = useGoals();
  const say = useMessages(goalMessages);
  const changes = useGoalChanges(goal);
  const standing = goalStanding(state, goal, today);
  const mayChange = may('goals.set');
  const ask =
    standing === 'not-measured' ? (
      <Button size="small" onClick={onOpen}>
        {say.measure}
      </Button>
    ) : standing === 'reached' ? (
      <Button size="small" onClick={() => void changes.finish()}>
        {say.celebrate}
      </Button>
    ) : null;

  return (
    <Card as="li" data-record={goal.id} className={[styles.card, styles[sharing]].join(' ')}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <button type="button" data-print className={styles.open} onClick={onOpen} title={say.open}>
            {goal.text}
          </button>
        </h3>
        {mayChange && <GoalMenu goal={goal} onEdit={onEdit} />}
      </div>
      <div className={styles.picture}>
        <div className={styles.about}>
          <GoalFigures goal={goal} />
          <GoalAttention goal={goal} />
          {mayChange && ask}
        </div>
        <div className={styles.chart}>
          <GoalChart goal={goal} />
        </div>
      </div>
    </Card>
  );
}
