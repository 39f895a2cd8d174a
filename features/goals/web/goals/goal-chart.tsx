import type { Goal } from '#features/goals/domain';
import { runChart } from '#packages/charts';
import { ChartFigure } from '#packages/charts/react';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';
import { goalCourse } from './goal-view.ts';

type Props = {
  goal: Goal;
  sentenceShown?: boolean;
  /** A table of the same figures stands beside it. */
  hasTable?: boolean;
};

export function GoalChart({ goal, sentenceShown = false, hasTable = false }: Props) {
  const { state } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  return (
    <ChartFigure
      chart={runChart({ ...goalCourse(state, goal, say), language })}
      table={hasTable ? 'none' : 'aloud'}
      sentenceShown={sentenceShown}
      fill
    />
  );
}
