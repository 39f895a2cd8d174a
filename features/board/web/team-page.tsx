import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { Icon, LinkButton, Page, useRoom } from '#packages/ui';
import { addressOf } from './addresses.ts';
import styles from './board.module.css';
import { boardMessages } from './board-messages.ts';
import { ConnectionNotice } from './connection/connection-notice.tsx';
import { useBoard } from './use-board.ts';

/** A page of the team beside the board: its name, its colour, the way back, and whether all is sent. */
export function TeamPage({
  title,
  width = 'full',
  actions,
  children,
}: {
  title: string;
  width?: 'reading' | 'full';
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { state, teamId, isDisplay } = useBoard();
  const say = useMessages(boardMessages);
  const room = useRoom(isDisplay);
  const team = state.team.get(teamId);
  return (
    <Page
      room={room}
      accent={team?.accent}
      overview={room === 'wall'}
      skipLabel={say.skip}
      width={width}
      brand={team?.name}
      remark={<h1 className={styles.pageTitle}>{title}</h1>}
      actions={
        <>
          {actions}
          <Link href={addressOf.board(teamId)} asChild>
            <LinkButton icon={<Icon name="back" />} aria-label={say.toBoard}>
              {room === 'phone' ? say.board : say.toBoard}
            </LinkButton>
          </Link>
        </>
      }
    >
      <ConnectionNotice />
      {children}
    </Page>
  );
}
