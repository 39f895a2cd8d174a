import { useId } from 'react';
import { Link } from 'wouter';
import { type BoardSession, nextTurn } from '#features/board/domain';
import { namedPeople } from '#features/people/domain';
import { comingSessions } from '#features/rhythm/domain';
import { rhythmAt } from '#features/rhythm/web';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Card, Menu } from '#packages/ui';
import { useBoard, useCallName } from '../../use-board.ts';
import { stepsMessages } from '../steps-messages.ts';
import styles from './today.module.css';

/** The next date and who leads then, to be agreed while everybody stands there. */
export function NextTime({ session }: { session: BoardSession }) {
  const { state, teamId, today, may, send } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(stepsMessages);
  const called = useCallName();
  const title = useId();
  const turn = nextTurn(state, session, teamId);
  const leaderId = turn?.leader?.memberId ?? null;
  const leader = called(leaderId);
  const day = turn?.day ?? null;
  const planned = comingSessions(state, today, 2).find((coming) => coming.day === day);
  const subject = planned?.planned?.subject ?? null;
  return (
    <Card aria-labelledby={title} className={styles.next}>
      <h2 id={title}>{say.next}</h2>
      {day === null ? (
        <p className={styles.quiet}>
          {say.noNext} <Link href={rhythmAt.to({ team: teamId })}>{say.planning}</Link>
        </p>
      ) : (
        <p>
          <strong className={styles.date}>
            {[sayDay(day, today, language), planned?.startsAt].filter(Boolean).join(', ')}
          </strong>
          {subject !== null && <span> {say.subject(subject)}</span>}
        </p>
      )}
      <div className={styles.leader}>
        <strong>{leader === null ? say.nobodyLeads : say.nextLeads(leader)}</strong>
        {day !== null && may('rhythm.plan') && (
          <Menu
            label={say.otherLeader}
            items={namedPeople(state).map(({ id, name }) => ({
              id,
              label: name,
              chosen: id === leaderId,
              onSelect: () => void send('rota.takeOver', { memberId: id, day }, say.leaderIs(name)),
            }))}
          />
        )}
      </div>
    </Card>
  );
}
