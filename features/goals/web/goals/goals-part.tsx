import { useState } from 'react';
import { closedGoals, type Goal, hasManyGoals, openGoals } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, Button, EmptyState, Icon, type PartLook } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { GoalAttention } from './goal-attention.tsx';
import { GoalCard } from './goal-card.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { GoalForm } from './goal-form.tsx';
import { goalMessages } from './goal-messages.ts';
import { goalsSharing } from './goal-view.ts';
import styles from './goals-part.module.css';

type Opened =
  | { readonly is: 'nothing' }
  | { readonly is: 'new' }
  | { readonly is: 'goal'; readonly goalId: string }
  | { readonly is: 'edit'; readonly goalId: string };

const NOTHING: Opened = { is: 'nothing' };

/** The goals of the board: how far is the team with each of them? */
export function GoalsPart({ look }: { look: PartLook }) {
  const { state } = useGoals();
  const say = useMessages(goalMessages);
  return (
    <BoardPart look={look} remark={say.remark(openGoals(state).length)} grow>
      <OpenGoals />
    </BoardPart>
  );
}

/** Without a heading, where the place says already what it is. */
export function OpenGoals() {
  const { state, may } = useGoals();
  const say = useMessages(goalMessages);
  const [opened, setOpened] = useState<Opened>(NOTHING);
  const goals = openGoals(state);
  const closed = closedGoals(state);
  const mayChange = may('board.use');
  const sharing = goalsSharing(goals.length);
  const close = () => setOpened(NOTHING);
  const add = (text: string) => (
    <Button
      kind={goals.length === 0 ? 'secondary' : 'quiet'}
      icon={<Icon name="plus" />}
      onClick={() => setOpened({ is: 'new' })}
    >
      {text}
    </Button>
  );
  const edited = opened.is === 'edit' ? state.goal[opened.goalId] : undefined;

  return (
    <div className={styles.part} data-sharing={sharing}>
      {goals.length === 0 && (
        <EmptyState
          title={say.emptyTitle}
          exampleLabel={say.exampleLabel}
          example={
            <>
              <p className={styles.exampleGoal}>{say.exampleGoal}</p>
              <p className={styles.exampleFigures}>{say.exampleFigures}</p>
            </>
          }
          action={mayChange && add(say.addFirst)}
        >
          <p>{say.emptyText}</p>
        </EmptyState>
      )}
      {hasManyGoals(state) && (
        <p className={styles.many}>
          <Icon name="info" />
          <span>{say.many(goals.length)}</span>
        </p>
      )}
      {goals.length > 0 && (
        <ul className={styles.goals}>
          {goals.map((goal) => (
            <GoalCard
              key={goal.id}
              goal={goal}
              sharing={sharing}
              onOpen={() => setOpened({ is: 'goal', goalId: goal.id })}
              onEdit={() => setOpened({ is: 'edit', goalId: goal.id })}
            />
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {goals.length > 0 && mayChange && add(say.add)}
        {closed.length > 0 && (
          <ClosedGoals goals={closed} onOpen={(goalId) => setOpened({ is: 'goal', goalId })} />
        )}
      </div>
      {opened.is === 'new' && <GoalForm goal={null} onClose={close} />}
      {edited && <GoalForm goal={edited} onClose={close} />}
      {opened.is === 'goal' && (
        <GoalDialog
          goalId={opened.goalId}
          onClose={close}
          onEdit={() => setOpened({ is: 'edit', goalId: opened.goalId })}
        />
      )}
    </div>
  );
}

/** What is behind the team: kept, and to be opened again. */
function ClosedGoals({ goals, onOpen }: { goals: readonly Goal[]; onOpen: (goalId: string) => void }) {
  const say = useMessages(goalMessages);
  return (
    <details className={styles.closed}>
      <summary>{say.closedGoals(goals.length)}</summary>
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className={styles.closedGoal}>
            <button type="button" className={styles.closedText} onClick={() => onOpen(goal.id)}>
              {goal.text}
            </button>
            <GoalAttention goal={goal} />
          </li>
        ))}
      </ul>
    </details>
  );
}
