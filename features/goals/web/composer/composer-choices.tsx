import { type ActionKind, actionKinds } from '#features/goals/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Icon, Select } from '#packages/ui';
import { dayChoices } from '../actions/action-list.ts';
import { actionMessages } from '../actions/action-messages.ts';
import { shortened } from '../goals/goal-view.ts';
import { useGoals } from '../use-goals.ts';
import styles from './action-composer.module.css';
import { ChipRow } from './chip-row.tsx';
import { composerMessages } from './composer-messages.ts';
import type { Composer } from './use-composer.ts';

const TEAM = '';
const NO_DAY = '';

type Props = { composer: Composer; called: ReadonlyMap<string, string>; isCompleting: boolean };

/** Who and when to tap instead of typing; which kind and for which goal. */
export function ComposerChoices({ composer, called, isCompleting }: Props) {
  const { state, today } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(composerMessages);
  const words = useMessages(actionMessages);
  const { draft, people, goals, type } = composer;
  const { question } = draft;
  const candidates = question?.is === 'which' ? people.filter(({ id }) => question.ids.includes(id)) : people;
  const whoAsk =
    question?.is === 'which' && !isCompleting
      ? say.whichAsk(question.typed)
      : question?.is === 'unknown' && !isCompleting
        ? say.unknownAsk(question.typed)
        : say.whoAsk;
  const days = dayChoices(state, today);
  const isOther = draft.due !== null && !days.some(({ day }) => day === draft.due);

  return (
    <div className={styles.choices}>
      <ChipRow
        legend={whoAsk}
        isAsking={composer.asked !== null && composer.asked !== 'text' && composer.asked !== 'shorter'}
        value={question === null ? (draft.ownerId ?? TEAM) : undefined}
        choices={[
          ...candidates.map(({ id, name }) => ({ value: id, label: called.get(id) ?? name })),
          { value: TEAM, label: say.team },
        ]}
        onChoose={(id) =>
          id === TEAM
            ? type({ owner: { id: null }, notAName: draft.nameIsRead || question?.is === 'which' })
            : type({ owner: { id } })
        }
      />
      <ChipRow
        legend={say.whenAsk}
        value={draft.due ?? NO_DAY}
        choices={[
          ...(isOther && draft.due !== null
            ? [{ value: draft.due, label: sayDay(draft.due, today, language) }]
            : []),
          ...days.map(({ day, isSession }) => ({
            value: day,
            label: isSession ? say.session(sayDay(day, today, language)) : sayDay(day, today, language),
          })),
          { value: NO_DAY, label: say.noDay },
        ]}
        onChoose={(day) => type({ due: { day: day === NO_DAY ? null : day } })}
      />
      <div className={styles.selects}>
        <Select
          label={say.kind}
          labelHidden
          value={composer.kind}
          options={actionKinds.map((value) => ({ value, label: words.kindShort[value] }))}
          onChange={(value) => composer.setKind(value as ActionKind)}
        />
        {goals.length > 0 && (
          <Select
            label={say.goal}
            labelHidden
            value={composer.goalId ?? ''}
            placeholder={words.noGoal}
            options={goals.map(({ id, text }, index) => ({
              value: id,
              label: words.goalChoice(index + 1, shortened(text, 40)),
            }))}
            onChange={(id) => composer.setGoal(id === '' ? null : id)}
          />
        )}
        <Button type="submit" icon={<Icon name="plus" />}>
          {say.add}
        </Button>
      </div>
    </div>
  );
}
