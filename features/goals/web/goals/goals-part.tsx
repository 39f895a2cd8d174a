import { useState } from 'react';
import { closedGoals, type Goal, hasManyGoals, openGoals } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, Button, EmptyState, Icon, type PartLook } from '#packages/ui';
import { GoalDialog, GoalForm } from '../shown-later.ts';
import { useGoals } from '../use-goals.ts';
import { GoalAttention } from './goal-attention.tsx';
import { GoalCard } from './goal-card.tsx';
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
  const { state, may } = useGoals();
  const say = useMessages(goalMessages);
  const [opened, setOpened] = useState<Opened>(NOTHING);
  const count = openGoals(state).length;
  const add = () => setOpened({ is: 'new' });
  return (
    <BoardPart
      look={look}
      remark={say.remark(count)}
      footer={
        may('goals.set') &&
        count > 0 && (
          <Button kind="quiet" icon={<Icon name="plus" />} onClick={add}>
            {say.add}
          </Button>
        )
      }
      onWrite={add}
      grow
    >
      <OpenGoals opened={opened} onOpen={setOpened} />
    </BoardPart>
  );
}

/** The goals step of a session without any goal: the first one can be made right there. */
export function FirstGoal() {
  const [opened, setOpened] = useState<Opened>(NOTHING);
  return <OpenGoals opened={opened} onOpen={setOpened} />;
}

function OpenGoals({ opened, onOpen }: { opened: Opened; onOpen: (opened: Opened) => void }) {
  const { state, may } = useGoals();
  const say = useMessages(goalMessages);
  const goals = openGoals(state);
  const closed = closedGoals(state);
  const mayChange = may('goals.set');
  const sharing = goalsSharing(goals.length);
  const close = () => onOpen(NOTHING);
  const edited = opened.is === 'edit' ? state.goal.get(opened.goalId) : undefined;

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
          action={
            mayChange && (
              <Button icon={<Icon name="plus" />} onClick={() => onOpen({ is: 'new' })}>
                {say.addFirst}
              </Button>
            )
          }
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
              onOpen={() => onOpen({ is: 'goal', goalId: goal.id })}
              onEdit={() => onOpen({ is: 'edit', goalId: goal.id })}
            />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <ClosedGoals goals={closed} onOpen={(goalId) => onOpen({ is: 'goal', goalId })} />
      )}
      {opened.is === 'new' && <GoalForm goal={null} onClose={close} />}
      {edited && <GoalForm goal={edited} onClose={close} />}
      {opened.is === 'goal' && (
        <GoalDialog
          goalId={opened.goalId}
          onClose={close}
          onEdit={() => onOpen({ is: 'edit', goalId: opened.goalId })}
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
          <li key={goal.id} className={styles.closedGoal} data-record={goal.id}>
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
