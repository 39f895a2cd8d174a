import { useState } from 'react';
import { Link } from 'wouter';
import type { BoardSession } from '#features/board/domain';
import { ConnectionNotice, teamAt } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Button, Icon, LinkButton, Page, useRoom } from '#packages/ui';
import { useBoard } from '../../use-board.ts';
import { StartSession } from '../start-session.tsx';
import styles from './summary.module.css';
import { SummaryCard } from './summary-card.tsx';
import { summaryMessages } from './summary-messages.ts';
import { useFactsLine } from './use-facts-line.ts';

/** The session is over: what came out of it, for everybody to see before they go. */
export function EndedSession({ session }: { session: BoardSession }) {
  const { state, teamId, isDisplay, may } = useBoard();
  const say = useMessages(summaryMessages);
  const room = useRoom(isDisplay);
  const line = useFactsLine(session);
  const [startsAnew, setStartsAnew] = useState(false);
  if (startsAnew) return <StartSession />;
  const team = state.team.get(teamId);
  return (
    <Page
      room={room}
      accent={team?.accent}
      skipLabel={say.endedTitle}
      brand={team?.name}
      footer={
        <div className={`${styles.footer} no-print`}>
          <Button icon={<Icon name="print" />} onClick={() => window.print()}>
            {say.print}
          </Button>
          {may('board.use') && (
            <Button kind="quiet" onClick={() => setStartsAnew(true)}>
              {say.again}
            </Button>
          )}
          <Link href={teamAt.to({ team: teamId })} asChild>
            <LinkButton kind="primary" size="large" className={styles.onward} icon={<Icon name="wall" />}>
              {say.toBoard}
            </LinkButton>
          </Link>
        </div>
      }
    >
      <ConnectionNotice />
      <header className={styles.head}>
        <h1>{say.endedTitle}</h1>
        <p>{line}</p>
      </header>
      <SummaryCard session={session} />
    </Page>
  );
}
