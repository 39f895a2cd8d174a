import { useState } from 'react';
import { callName, currentMembers } from '#features/people/domain';
import { isAtSchool, leaderHistory, leaderQueue, rotaOf, upcomingLeaders } from '#features/rhythm/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Card, Icon, IconButton, Pill } from '#packages/ui';
import styles from '../forms.module.css';
import { LeaderDialog } from '../leader-dialog.tsx';
import { messages as rhythmMessages } from '../rhythm-messages.ts';
import { useNames, useRhythm } from '../use-rhythm.ts';
import { CoachLead } from './coach-lead.tsx';
import { messages } from './planning-messages.ts';

const HISTORY_SHOWN = 12;

/** Whose turn it is, in order; and who led when. */
export function RotaSection() {
  const { state, today, may, send } = useRhythm();
  const say = useMessages(messages);
  const [open, setOpen] = useState(false);
  const queue = leaderQueue(state);
  const members = currentMembers(state);
  const next = upcomingLeaders(state, today, 1)[0];
  const day = next?.day ?? today;
  const mayWrite = may('rhythm.plan');

  const move = (index: number, by: -1 | 1) => {
    const moved = [...queue];
    const [id] = moved.splice(index, 1);
    if (id === undefined) return;
    moved.splice(index + by, 0, id);
    void send('rota.arrange', { queue: moved }, say.rotaMoved);
  };

  return (
    <Card>
      <h2>{say.rotaTitle}</h2>
      <p className={styles.quiet}>{say.rotaText}</p>
      <CoachLead />
      <ol className={styles.rows}>
        {queue.map((id, index) => {
          const member = members.find((other) => other.id === id);
          if (!member) return null;
          const name = callName(members, member);
          const passes = rotaOf(state).skips.some((skip) => skip.memberId === id && skip.day === day);
          return (
            <li key={id} className={styles.row}>
              <span className={styles.words}>
                {index + 1}. <strong>{name}</strong>{' '}
                {next?.leader?.memberId === id && <Pill tone="accent">{say.first}</Pill>}
                {!isAtSchool(member, day) && <Pill tone="waiting">{say.away}</Pill>}
                {passes && <Pill tone="waiting">{say.passes}</Pill>}
              </span>
              {mayWrite && (
                <>
                  <IconButton
                    label={say.up(name)}
                    icon={<Icon name="up" />}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    label={say.down(name)}
                    icon={<Icon name="down" />}
                    disabled={index === queue.length - 1}
                    onClick={() => move(index, 1)}
                  />
                </>
              )}
            </li>
          );
        })}
      </ol>
      {mayWrite && (
        <div>
          <Button onClick={() => setOpen(true)}>{say.changeLeader}</Button>
        </div>
      )}
      <History />
      {open && <LeaderDialog onClose={() => setOpen(false)} />}
    </Card>
  );
}

function History() {
  const { state, today } = useRhythm();
  const { language } = useLanguage();
  const nameOf = useNames();
  const say = useMessages(messages);
  const { how } = useMessages(rhythmMessages);
  const led = leaderHistory(state).slice(0, HISTORY_SHOWN);
  return (
    <details>
      <summary>{say.history}</summary>
      {led.length === 0 ? (
        <p className={styles.quiet}>{say.noHistory}</p>
      ) : (
        <ul className={styles.rows}>
          {led.map((session) => (
            <li key={session.id} className={styles.row}>
              <span className={styles.words}>
                {sayDay(session.day, today, language)}: <strong>{nameOf(session.leaderId)}</strong>{' '}
                <span className={styles.quiet}>{how[session.how]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
