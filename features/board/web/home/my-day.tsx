import { Link } from 'wouter';
import { runningSession } from '#features/board/domain';
import { ConnectionNotice, teamAt } from '#features/people/web';
import { nextSession, upcomingLeaders } from '#features/rhythm/domain';
import { rhythmAt } from '#features/rhythm/web';
import { useFaces } from '#packages/feature/web';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Card, LinkButton } from '#packages/ui';
import { sessionAt } from '../addresses.ts';
import { useBoard, useCallName } from '../use-board.ts';
import styles from './home.module.css';
import { homeMessages } from './home-messages.ts';
import { myTurn } from './home-view.ts';

/** What somebody's own day looks like in their main team. */
export function MyDay({ memberId }: { memberId: string }) {
  const { state, teamId } = useBoard();
  const say = useMessages(homeMessages);
  const { dayCards } = useFaces();
  const running = runningSession(state);
  return (
    <>
      <ConnectionNotice />
      <div className={styles.day}>
        <NextSession memberId={memberId} />
        {dayCards.map(({ order, Card }) => (
          <Card key={order} memberId={memberId} />
        ))}
      </div>
      <Link href={running ? sessionAt.to({ team: teamId }) : teamAt.to({ team: teamId })} asChild>
        <LinkButton kind="primary" size="large" wide>
          {running ? say.join : say.toBoard}
        </LinkButton>
      </Link>
    </>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

function NextSession({ memberId }: { memberId: string }) {
  const { state, teamId, today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(homeMessages);
  const called = useCallName();
  const next = nextSession(state, today);
  if (runningSession(state)) {
    return (
      <Card eyebrow={say.nextSession} aria-label={say.nextSession} kind="raised">
        <h2>{say.running}</h2>
      </Card>
    );
  }
  if (!next) {
    return (
      <Card eyebrow={say.nextSession} aria-label={say.nextSession}>
        <h2>{say.noSession}</h2>
        <p>
          <Link href={rhythmAt.to({ team: teamId })}>{say.planIt}</Link>
        </p>
      </Card>
    );
  }
  const turn = myTurn(state, today, memberId);
  const leader = called(upcomingLeaders(state, today, 1)[0]?.leader?.memberId ?? null);
  const day = capital(sayDay(next.day, today, language));
  return (
    <Card eyebrow={say.nextSession} aria-label={say.nextSession}>
      <h2>
        {next.startsAt ? say.at(day, next.startsAt) : day}
        {next.place && say.place(next.place)}
      </h2>
      <p className={styles.quiet}>
        {turn.is === 'now' ? say.youLead : leader ? say.leads(leader) : say.nobodyLeads}
        {turn.is === 'later' && ` ${say.yourTurn(sayDay(turn.day, today, language))}`}
      </p>
      {next.planned?.subject && <p>{next.planned.subject}</p>}
    </Card>
  );
}
