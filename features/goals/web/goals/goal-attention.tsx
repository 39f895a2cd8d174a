import { currentMeasurementPeriod, type Goal } from '#features/goals/domain';
import { sayDay, sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Icon, Pill } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';
import { goalStanding, toGo } from './goal-view.ts';

/** What a goal asks for, in words and with a picture; nothing when it asks for nothing. */
export function GoalAttention({ goal }: { goal: Goal }) {
  const { state, today } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  if (goal.closedOn !== null) {
    const day = sayDay(goal.closedOn, today, language);
    return goal.outcome === 'reached' ? (
      <Pill tone="done" icon={<Icon name="star" />}>
        {say.closedReached(day)}
      </Pill>
    ) : (
      <Pill>{say.closedStopped(day)}</Pill>
    );
  }
  const standing = goalStanding(state, goal, today);
  if (standing === 'not-measured')
    return (
      <Pill tone="late" icon={<Icon name="warning" />}>
        {say.notMeasured(currentMeasurementPeriod(goal, state, today))}
      </Pill>
    );
  if (standing === 'reached')
    return (
      <Pill tone="done" icon={<Icon name="star" />}>
        {say.reached}
      </Pill>
    );
  const distance = toGo(state, goal);
  if (standing === 'below-target' && distance !== null)
    return (
      <Pill tone="accent" icon={<Icon name="target" />}>
        {say.belowTarget(sayNumber(distance, language))}
      </Pill>
    );
  return null;
}
