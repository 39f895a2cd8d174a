import { type FormEvent, useId, useState } from 'react';
import { nextPeriodNumber, type Period, periodAdvice, periodsOf, weeksOf } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { addDays, isDay, newId, startOfWeek } from '#packages/kernel';
import { Banner, Button, DayField, Dialog, Icon, TextField } from '#packages/ui';
import styles from '../forms.module.css';
import { useRhythm } from '../use-rhythm.ts';
import { messages } from './planning-messages.ts';

const USUAL_WEEKS = 6;

export function PeriodDialog({ period, onClose }: { period: Period | null; onClose: () => void }) {
  const { state, today, send } = useRhythm();
  const say = useMessages(messages);
  const form = useId();
  // A new period begins on the Monday after the last one, and lasts six weeks.
  const last = periodsOf(state).at(-1)?.lastDay;
  const start = period?.firstDay ?? startOfWeek(last && last >= today ? addDays(last, 7) : addDays(today, 7));
  const [firstDay, setFirstDay] = useState(start);
  const [lastDay, setLastDay] = useState(period?.lastDay ?? addDays(start, 7 * USUAL_WEEKS - 3));
  const [number, setNumber] = useState(String(period?.number ?? nextPeriodNumber(state, start)));
  const [name, setName] = useState(period?.name ?? '');
  const complete = isDay(firstDay) && isDay(lastDay);
  const advice = complete && firstDay <= lastDay ? periodAdvice({ firstDay, lastDay }) : null;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const described = { number: Number(number), name: name.trim() || null, firstDay, lastDay };
    const done = say.periodSaved(described.number);
    const taken = period
      ? await send('period.edit', { periodId: period.id, ...described }, done)
      : await send('period.add', { id: newId(), ...described }, done);
    if (taken) onClose();
  };

  const remove = async (gone: Period) => {
    if (await send('period.remove', { periodId: gone.id }, say.periodRemoved(gone.number))) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={period ? say.changePeriod : say.addPeriod}
      closeLabel={say.close}
      keepOpen
      footer={
        <>
          {period && (
            <Button kind="quiet" icon={<Icon name="trash" />} onClick={() => void remove(period)}>
              {say.remove}
            </Button>
          )}
          <Button kind="primary" type="submit" form={form}>
            {say.save}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void save(event)}>
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
      </form>
    </Dialog>
  );
}
