import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { Tabs } from '#packages/pages';
import { Icon, LinkButton, Page, useRoom } from '#packages/ui';
import { teamAt } from '../addresses.ts';
import { ConnectionNotice } from '../connection/connection-notice.tsx';
import { usePeople } from '../use-people.ts';
import { messages } from './messages.ts';
import styles from './team-page.module.css';

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
  const { state, teamId, isDisplay } = usePeople();
  const say = useMessages(messages);
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
      remark={<h1 className={styles.title}>{title}</h1>}
      actions={
        <>
          {actions}
          <Link href={teamAt.to({ team: teamId })} asChild>
            <LinkButton icon={<Icon name="back" />} aria-label={say.toBoard}>
              {room === 'phone' ? say.board : say.toBoard}
            </LinkButton>
          </Link>
        </>
      }
    >
      <ConnectionNotice />
      <Tabs />
      {children}
    </Page>
  );
}
