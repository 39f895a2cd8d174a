import type { Goal } from '#features/goals/domain';
import { sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { RunChart, Sparkline } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';
import { chartPicture, chartSentence } from './goal-view.ts';

type Props = {
  goal: Goal;
  /** `low` leaves out the names of actions; `small` is a line without words, for a card among many. */
  size?: 'full' | 'low' | 'small';
  sentenceShown?: boolean;
  /** A table of the same figures stands beside it. */
  hasTable?: boolean;
};

export function GoalChart({ goal, size = 'full', sentenceShown = false, hasTable = false }: Props) {
  const { state } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  const number = (value: number) => sayNumber(value, language);
  const picture = chartPicture(state, goal, say);
  const sentence = chartSentence(state, goal, say, number);
  if (size === 'small') {
    return (
      <Sparkline
        points={picture.points}
        target={picture.target}
        periods={picture.periods}
        sentence={sentence}
      />
    );
  }
  return (
    <RunChart
      {...picture}
      marksNamed={size === 'full'}
      labels={{
        target: say.norm(number(goal.target)),
        sentence,
        period: say.periodName,
        value: number,
        ...(hasTable
          ? {}
          : { table: { caption: goal.text, period: say.tablePeriod, value: say.tableValue } }),
      }}
      sentenceShown={sentenceShown}
    />
  );
}
