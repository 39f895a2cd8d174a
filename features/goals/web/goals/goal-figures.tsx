import type { Goal } from '#features/goals/domain';
import { sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useGoals } from '../use-goals.ts';
import styles from './goal-figures.module.css';
import { goalMessages } from './goal-messages.ts';
import { figuresOf, goalNumber } from './goal-view.ts';

/** "doel 2  groep 5 · norm 8 · nu 6,5 · nog 4 weken"; each figure stays whole at the end of a line. */
export function GoalFigures({ goal }: { goal: Goal }) {
  const { state, today } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  const place = goalNumber(state, goal.id);
  const figures = figuresOf(state, goal, today, say, (value) => sayNumber(value, language));
  const parts = [...(goal.pupils === null ? [] : [goal.pupils]), ...figures];
  return (
    <p className={styles.figures}>
      {place !== null && <span className={styles.place}>{say.number(place)} </span>}
      {parts.map((part, index) => (
        <span key={part}>
          <span className={styles.part}>
            {part}
            {index < parts.length - 1 && ' ·'}
          </span>{' '}
        </span>
      ))}
    </p>
  );
}
