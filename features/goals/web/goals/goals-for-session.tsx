import { useState } from 'react';
import type { Goal } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, Icon } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { GoalAttention } from './goal-attention.tsx';
import { GoalFigures } from './goal-figures.tsx';
import { GoalMeasure } from './goal-measure.tsx';
import { goalMessages } from './goal-messages.ts';
import { goalStanding, sessionOrder } from './goal-view.ts';
import styles from './goals-for-session.module.css';
import { FirstGoal } from './goals-part.tsx';
import { useGoalChanges } from './use-goal-changes.ts';

/** From here on a goal is set smaller, so that the scale stays in sight. */
const LONG_GOAL = 150;

/** The goals step of a session: one goal at a time, those that need attention first. */
export function GoalsForSession() {
  const { state, today } = useGoals();
  const say = useMessages(goalMessages);
  // The order of the moment the step began: a goal that was just measured stays where the team looks.
  const [order, setOrder] = useState(() => sessionOrder(state, today));
  const [at, setAt] = useState<string | null>(null);
  const now = sessionOrder(state, today);
  const shown = [...order.filter((id) => now.includes(id)), ...now.filter((id) => !order.includes(id))];
  const index = Math.max(0, shown.indexOf(at ?? ''));
  const goal = state.goal.get(shown[index] ?? '');
  const go = (to: number) => {
    setOrder(shown);
    setAt(shown[to] ?? null);
  };
  if (!goal) return <FirstGoal />;
  return (
    <section className={styles.session} aria-label={say.goals}>
      <OneGoal key={goal.id} goal={goal} />
      {shown.length > 1 && (
        <div className={styles.walk}>
          <Button
            size="small"
            icon={<Icon name="back" />}
            disabled={index === 0}
            onClick={() => go(index - 1)}
          >
            {say.previous}
          </Button>
          <p role="status">{say.place(index + 1, shown.length)}</p>
          <Button
            size="small"
            iconAfter={<Icon name="next" />}
            disabled={index === shown.length - 1}
            onClick={() => go(index + 1)}
          >
            {say.next}
          </Button>
        </div>
      )}
    </section>
  );
}

function OneGoal({ goal }: { goal: Goal }) {
  const { state, today } = useGoals();
  const say = useMessages(goalMessages);
  const changes = useGoalChanges(goal);
  const isReached = goalStanding(state, goal, today) === 'reached';
  return (
    <Card className={styles.goal}>
      <h2 className={styles.title} data-long={goal.text.length > LONG_GOAL || undefined}>
        {goal.text}
      </h2>
      <div className={styles.figures}>
        <GoalFigures goal={goal} />
        <GoalAttention goal={goal} />
        {isReached && (
          <Button size="small" onClick={() => void changes.finish()}>
            {say.celebrate}
          </Button>
        )}
      </div>
      <GoalMeasure goalId={goal.id} size="large" />
    </Card>
  );
}
