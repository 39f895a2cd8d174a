import { useState } from 'react';
import { currentPeriod, type Period, periodsOf, weeksOf } from '#features/rhythm/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Card, Icon, IconButton, Pill } from '#packages/ui';
import styles from '../forms.module.css';
import { useRhythm } from '../use-rhythm.ts';
import { PeriodDialog } from './period-dialog.tsx';
import { messages } from './planning-messages.ts';

/** How the school year is cut into stretches of weeks. */
export function PeriodsSection() {
  const { state, today, may } = useRhythm();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const [open, setOpen] = useState<Period | 'new' | null>(null);
  const mayWrite = may('rhythm.plan');
  const periods = periodsOf(state);
  const current = currentPeriod(state, today);

  return (
    <Card>
      <h2>{say.periodsTitle}</h2>
      <p className={styles.quiet}>{say.periodsText}</p>
      {periods.length === 0 && <p>{say.noPeriods}</p>}
      <ul className={styles.rows}>
        {periods.map((period) => (
          <li key={period.id} className={styles.row}>
            <span className={styles.words}>
              <strong>{period.name ?? say.period(period.number)}</strong>{' '}
              {period.id === current?.id && <Pill tone="accent">{say.now}</Pill>}
              <span className={styles.below}>
                {sayDay(period.firstDay, today, language)} – {sayDay(period.lastDay, today, language)} ·{' '}
                {say.weeks(weeksOf(period))}
              </span>
            </span>
            {mayWrite && (
              <IconButton
                label={`${say.changePeriod} ${period.number}`}
                icon={<Icon name="edit" />}
                onClick={() => setOpen(period)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div>
          <Button icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {say.addPeriod}
          </Button>
        </div>
      )}
      {open !== null && <PeriodDialog period={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
