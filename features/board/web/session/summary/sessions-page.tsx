import { Link } from 'wouter';
import { TeamPage } from '#features/people/web';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { EmptyState } from '#packages/ui';
import { summaryAt } from '../../addresses.ts';
import { useBoard, useCallName } from '../../use-board.ts';
import styles from './summary.module.css';
import { summaryMessages } from './summary-messages.ts';
import { type PastSession, pastSessions } from './summary-view.ts';
import { WithAllSessions } from './with-past.tsx';

/** Every session that has been, the latest first. */
export function SessionsPage() {
  const say = useMessages(summaryMessages);
  return (
    <TeamPage title={say.sessionsTitle} width="reading">
      <WithAllSessions>
        <PastSessions />
      </WithAllSessions>
    </TeamPage>
  );
}

function PastSessions() {
  const { state } = useBoard();
  const say = useMessages(summaryMessages);
  const past = pastSessions(state);
  return past.length === 0 ? (
    <EmptyState title={say.none}>{say.noneText}</EmptyState>
  ) : (
    <ul className={styles.past}>
      {past.map((each) => (
        <Past key={each.session.id} past={each} />
      ))}
    </ul>
  );
}

function Past({ past: { session, facts } }: { past: PastSession }) {
  const { teamId } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const called = useCallName();
  const small = [
    say.led(called(session.leaderId) ?? ''),
    facts.minutes === null ? say.clockEnded : say.took(facts.minutes),
    say.checkedIn(facts.checkedIn, Math.max(facts.expected, facts.checkedIn)),
  ];
  const left = [
    facts.successes.length > 0 && say.celebrated(facts.successes.length),
    facts.newActionCount + facts.doneActionCount > 0 &&
      `${say.actions}: ${say.actionCounts(facts.newActionCount, facts.doneActionCount)}`,
  ].filter(Boolean);
  return (
    <li>
      <Link href={summaryAt.to({ team: teamId, session: session.id })} className={styles.pastLink}>
        <strong>{sayFullDay(session.day, language)}</strong>
        <span>{small.join(' · ')}</span>
        {left.length > 0 && <span>{left.join(' · ')}</span>}
      </Link>
    </li>
  );
}
