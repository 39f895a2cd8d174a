import { type FormEvent, useState } from 'react';
import { currentMeasurementPeriod, type Goal } from '#features/goals/domain';
import { sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Icon, TextField } from '#packages/ui';
import { GoalChart } from '../shown-later.ts';
import { useGoals } from '../use-goals.ts';
import styles from './goal-measure.module.css';
import { goalMessages } from './goal-messages.ts';
import { MarkPicker } from './mark-picker.tsx';
import { MeasurementsTable } from './measurements-table.tsx';
import { useMeasuring } from './use-measuring.ts';

type Props = {
  goalId: string;
  /** `large` for the room, during a session. */
  size?: 'normal' | 'large';
};

/** Where does the team stand with this goal now? The mark of this period, beside the course so far. */
export function GoalMeasure({ goalId, size = 'normal' }: Props) {
  const { state } = useGoals();
  const goal = state.goal.get(goalId);
  return goal && goal.removedAt === null ? <Measuring key={goalId} goal={goal} size={size} /> : null;
}

function Measuring({ goal, size }: { goal: Goal; size: 'normal' | 'large' }) {
  const { state, today, may } = useGoals();
  const say = useMessages(goalMessages);
  const period = currentMeasurementPeriod(goal, state, today);
  const mayMeasure = may('goals.set') && goal.closedOn === null;
  const table = <MeasurementsTable goal={goal} />;
  return (
    <div className={styles.measure} data-size={size}>
      <div className={styles.asking}>
        {mayMeasure && <CurrentMark key={period} goal={goal} period={period} />}
        {size === 'normal' ? (
          table
        ) : (
          <details className={styles.earlier}>
            <summary>{say.earlier}</summary>
            {table}
          </details>
        )}
      </div>
      <div className={styles.course}>
        <GoalChart goal={goal} sentenceShown hasTable={size === 'normal'} />
      </div>
    </div>
  );
}

function CurrentMark({ goal, period }: { goal: Goal; period: number }) {
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  const measuring = useMeasuring(goal, period);
  const [typed, setTyped] = useState<string | null>(null);
  const note = typed ?? measuring.note;
  const keepNote = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === measuring.note) return;
    void measuring.keepNote(note).then((isKept) => {
      if (isKept) setTyped(null);
    });
  };
  return (
    <>
      <MarkPicker
        legend={say.measureAsk(period)}
        value={measuring.value}
        onChange={measuring.choose}
        target={goal.target}
        after={
          measuring.before !== 'unchanged' && (
            <Button size="small" kind="quiet" icon={<Icon name="undo" />} onClick={measuring.putBack}>
              {measuring.before === null
                ? say.putBackNothing
                : say.putBack(sayNumber(measuring.before.value, language))}
            </Button>
          )
        }
      />
      {measuring.value !== null && (
        <form className={styles.note} onSubmit={keepNote}>
          <TextField
            label={say.note}
            labelHidden
            look="open"
            placeholder={say.noteExample}
            value={note}
            onChange={setTyped}
            maxLength={300}
          />
          {typed !== null && typed.trim() !== measuring.note && <Button type="submit">{say.keepNote}</Button>}
        </form>
      )}
    </>
  );
}
