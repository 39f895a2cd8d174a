import { useState } from 'react';
import {
  comingSessions,
  leaderFor,
  type PlannedSession,
  plannedSessionsOf,
  upcomingLeaders,
} from '#features/rhythm/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { addDays, type Day } from '#packages/kernel';
import { Button, Card, Icon, IconButton } from '#packages/ui';
import styles from '../forms.module.css';
import { SessionDialog } from '../session-dialog.tsx';
import { useNames, useRhythm } from '../use-rhythm.ts';
import { messages } from './planning-messages.ts';

const SESSIONS_SHOWN = 6;

/** The next sessions: date, leader, subject; and those that are off. */
export function ComingSection() {
  const { state, today, may, send } = useRhythm();
  const { language } = useLanguage();
  const nameOf = useNames();
  const say = useMessages(messages);
  const [open, setOpen] = useState<{ day: Day; planned: PlannedSession | null } | null>(null);
  const mayWrite = may('rhythm.plan');
  const coming = comingSessions(state, today, SESSIONS_SHOWN);
  const leaders = upcomingLeaders(state, today, SESSIONS_SHOWN);
  const until = coming.at(-1)?.day ?? addDays(today, 28);
  const off = plannedSessionsOf(state).filter(
    (session) => session.calledOff && session.day >= today && session.day <= until,
  );
  const leaderOn = (day: Day) =>
    (leaders.find((turn) => turn.day === day)?.leader ?? leaderFor(state, day))?.memberId ?? null;

  return (
    <Card>
      <h2>{say.comingTitle}</h2>
      {coming.length === 0 && <p>{say.noComing}</p>}
      <ul className={styles.rows}>
        {coming.map(({ day, startsAt, planned }) => {
          const leader = leaderOn(day);
          const spoken = sayDay(day, today, language);
          return (
            <li key={day} className={styles.row}>
              <span className={styles.words}>
                <strong>{[spoken, startsAt].filter(Boolean).join(', ')}</strong>{' '}
                <span className={styles.quiet}>{leader ? say.leads(nameOf(leader)) : say.nobody}</span>
                {planned?.subject && <span className={styles.below}>{planned.subject}</span>}
                {planned?.note && <span className={styles.below}>{planned.note}</span>}
              </span>
              {mayWrite && (
                <IconButton
                  label={say.editDay(spoken)}
                  icon={<Icon name="edit" />}
                  onClick={() => setOpen({ day, planned })}
                />
              )}
            </li>
          );
        })}
        {off.map(({ id, day }) => (
          <li key={id} className={styles.row}>
            <span className={styles.words}>
              <s>{sayDay(day, today, language)}</s> <span className={styles.quiet}>{say.calledOff}</span>
            </span>
            {mayWrite && (
              <Button size="small" onClick={() => void send('plannedSession.goOn', { day }, say.goesOn)}>
                {say.goOn}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div>
          <Button icon={<Icon name="plus" />} onClick={() => setOpen({ day: today, planned: null })}>
            {say.extra}
          </Button>
        </div>
      )}
      {open && <SessionDialog day={open.day} planned={open.planned} onClose={() => setOpen(null)} />}
    </Card>
  );
}
