import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Me } from '#features/people/domain';
import { accountAt, TeamFrame, teamPeopleAt, useMe } from '#features/people/web';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { type Accent, Button, Page, useRoom } from '#packages/ui';
import styles from './home/home.module.css';
import { homeMessages } from './home/home-messages.ts';
import { firstNameOf, mainTeam } from './home/home-view.ts';
import { JoinTeam } from './home/join-team.tsx';
import { MyDay } from './home/my-day.tsx';
import { MyTeams } from './home/my-teams.tsx';
import { SignOut } from './home/sign-out.tsx';
import { useBoard } from './use-board.ts';

/** Where somebody lands: what is next, what is theirs to do, and their boards. */
export function HomePage() {
  const me = useMe();
  const team = mainTeam(me.teams, dayIn(Date.now()));
  if (team === null || team.memberId === null) {
    return (
      <Overview me={me} below={sayToday}>
        {me.teams.length === 0 && <JoinTeam />}
      </Overview>
    );
  }
  return (
    <TeamFrame teamId={team.id}>
      <OwnOverview me={me} memberId={team.memberId} />
    </TeamFrame>
  );
}

const sayToday = (language: 'nl' | 'en') => sayFullDay(dayIn(Date.now()), language);

function OwnOverview({ me, memberId }: { me: Me; memberId: string }) {
  const { state, teamId, today } = useBoard();
  const say = useMessages(homeMessages);
  const team = state.team.get(teamId);
  return (
    <Overview
      me={me}
      accent={team?.accent}
      teamId={teamId}
      below={(language) => say.teamAndDay(team?.name ?? '', sayFullDay(today, language))}
    >
      <MyDay memberId={memberId} />
    </Overview>
  );
}

function Overview({
  me,
  accent,
  teamId,
  below,
  children,
}: {
  me: Me;
  accent?: Accent | undefined;
  teamId?: string;
  below: (language: 'nl' | 'en') => string;
  children: ReactNode;
}) {
  const say = useMessages(homeMessages);
  const { language, setLanguage } = useLanguage();
  const room = useRoom();
  const showsTeams = me.teams.length > 1 || teamId === undefined;
  return (
    <Page
      // Somebody's own page is for a hand or a desk, however large the screen.
      room={room === 'wall' ? 'desk' : room}
      accent={accent}
      skipLabel={say.skip}
      width="reading"
    >
      <div className={styles.head}>
        <h1>{say.hello(firstNameOf(me.name))}</h1>
        <p className={styles.quiet}>{below(language)}</p>
      </div>
      {children}
      {showsTeams && <MyTeams me={me} />}
      <nav className={styles.links}>
        {teamId && (
          <Link href={teamPeopleAt.to({ team: teamId })} className={styles.link}>
            {say.people}
          </Link>
        )}
        <Link href={accountAt.to()} className={styles.link}>
          {say.account}
        </Link>
        <Button
          kind="quiet"
          lang={language === 'nl' ? 'en' : 'nl'}
          onClick={() => setLanguage(language === 'nl' ? 'en' : 'nl')}
        >
          {say.language}
        </Button>
        <SignOut />
      </nav>
    </Page>
  );
}
