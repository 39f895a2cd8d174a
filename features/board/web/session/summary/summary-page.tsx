import { useState } from 'react';
import { Link } from 'wouter';
import { type BoardSession, boardContract } from '#features/board/domain';
import { TeamPage } from '#features/people/web';
import { keep, Refused, Unreachable } from '#packages/http/client';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, EmptyState, Icon, LinkButton, useToasts } from '#packages/ui';
import { pastSessionsAt, sessionAt } from '../../addresses.ts';
import { useBoard } from '../../use-board.ts';
import styles from './summary.module.css';
import { SummaryCard } from './summary-card.tsx';
import { summaryMessages } from './summary-messages.ts';
import { useFactsLine } from './use-facts-line.ts';
import { WithSession } from './with-past.tsx';

/** One session, to read back later; the address in the mail. */
export function SummaryPage({ session: sessionId }: { session: string }) {
  return (
    <WithSession sessionId={sessionId}>
      <Summary sessionId={sessionId} />
    </WithSession>
  );
}

function Summary({ sessionId }: { sessionId: string }) {
  const { state, teamId } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const session = state.boardSession.get(sessionId);
  if (!session || session.summary === null) {
    return (
      <TeamPage title={say.goneTitle} width="reading">
        <EmptyState
          title={say.goneTitle}
          action={
            <Link href={sessionAt.to({ team: teamId })} asChild>
              <LinkButton>{say.toSession}</LinkButton>
            </Link>
          }
        >
          {say.goneText}
        </EmptyState>
      </TeamPage>
    );
  }
  return (
    <TeamPage
      title={say.titleOf(sayFullDay(session.day, language))}
      actions={
        <>
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            {say.print}
          </Button>
          <KeepPdf session={session} />
          <Link href={pastSessionsAt.to({ team: teamId })} asChild>
            <LinkButton className="no-print">{say.all}</LinkButton>
          </Link>
        </>
      }
    >
      <Facts session={session} />
      <SummaryCard session={session} />
    </TeamPage>
  );
}

function Facts({ session }: { session: BoardSession }) {
  return <p className={styles.facts}>{useFactsLine(session)}</p>;
}

/** B36 */
function KeepPdf({ session }: { session: BoardSession }) {
  const { teamId } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const keepIt = async () => {
    setBusy(true);
    try {
      const params = { team: teamId, boardSession: session.id };
      await keep(boardContract.sessionPdf, { params, query: { language } });
      toasts.show({ text: say.pdfKept, icon: 'check' });
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      toasts.show({ text: say.pdfNotKept, tone: 'warning' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button className="no-print" icon={<Icon name="down" />} disabled={busy} onClick={() => void keepIt()}>
      {say.pdf}
    </Button>
  );
}
