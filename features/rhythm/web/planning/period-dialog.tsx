import { useState } from 'react';
import { nextPeriodNumber, type Period, periodAdvice, periodsOf, weeksOf } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { addDays, isDay, newId, startOfWeek } from '#packages/kernel';
import { FormDialog } from '#packages/pages/form';
import { Banner, TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import styles from '../forms.module.css';
import { useRhythm } from '../use-rhythm.ts';
import { messages } from './planning-messages.ts';

const USUAL_WEEKS = 6;

export function PeriodDialog({ period, onClose }: { period: Period | null; onClose: () => void }) {
  const { state, today, send } = useRhythm();
  const say = useMessages(messages);
  // A new period begins on the Monday after the last one, and lasts six weeks.
  const last = periodsOf(state).at(-1)?.lastDay;
  const start = period?.firstDay ?? startOfWeek(last && last >= today ? addDays(last, 7) : addDays(today, 7));
  const [firstDay, setFirstDay] = useState(start);
  const [lastDay, setLastDay] = useState(period?.lastDay ?? addDays(start, 7 * USUAL_WEEKS - 3));
  const [number, setNumber] = useState(String(period?.number ?? nextPeriodNumber(state, start)));
  const [name, setName] = useState(period?.name ?? '');
  const complete = isDay(firstDay) && isDay(lastDay);
  const advice = complete && firstDay <= lastDay ? periodAdvice({ firstDay, lastDay }) : null;

  const save = () => {
    if (!complete) return false;
    const described = { number: Number(number), name: name.trim() || null, firstDay, lastDay };
    const done = say.periodSaved(described.number);
    return period
      ? send('period.edit', { periodId: period.id, ...described }, done)
      : send('period.add', { id: newId(), ...described }, done);
  };

  const remove = (gone: Period) =>
    send('period.remove', { periodId: gone.id }, say.periodRemoved(gone.number));

  return (
    <FormDialog
      title={period ? say.changePeriod : say.addPeriod}
      onClose={onClose}
      onSave={save}
      onRemove={period ? () => remove(period) : undefined}
    >
      <div className={styles.beside}>
        <DayField
          label={say.firstDay}
          today={today}
          quick="none"
          value={firstDay}
          onChange={setFirstDay}
          required
        />
        <DayField
          label={say.lastDay}
          today={today}
          quick="none"
          min={firstDay || undefined}
          value={lastDay}
          onChange={setLastDay}
          required
        />
      </div>
      {complete && firstDay <= lastDay && <p>{say.weeks(weeksOf({ firstDay, lastDay }))}</p>}
      {advice && <Banner>{advice === 'short' ? say.short : say.long}</Banner>}
      <div className={styles.beside}>
        <TextField
          label={say.number}
          type="number"
          min={1}
          max={20}
          value={number}
          onChange={setNumber}
          required
        />
        <TextField label={say.name} hint={say.nameHint} value={name} onChange={setName} maxLength={60} />
      </div>
    </FormDialog>
  );
}
