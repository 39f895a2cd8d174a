import { useState } from 'react';
import { callName, currentPeople, isOver } from '#features/people/domain';
import { periodsOf, upcomingLeaders, weekOfPeriod } from '#features/rhythm/domain';
import { LeaderDialog } from '#features/rhythm/web';
import { sayDay, sayList, sayWeek } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { PersonChip, VisuallyHidden } from '#packages/ui';
import styles from './board.module.css';
import { boardMessages } from './board-messages.ts';
import { useWallClock } from './display/use-wall-clock.ts';
import { useAmbition } from './inspiration/use-shelf.ts';
import { useBoard, useCallName } from './use-board.ts';

/** The ambition, and where the team is in its year; `short` leaves the ambition to the inspiration side. */
export function BoardRemark({ short = false }: { short?: boolean }) {
  const { state, teamId, today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(boardMessages);
  const team = state.team.get(teamId);
  const ambition = useAmbition();
  const now = weekOfPeriod(state, today);
  const period =
    now === null
      ? say.betweenPeriods
      : now.period.name === null
        ? say.period(now.period.number, now.week, now.of)
        : say.namedPeriod(now.period.name, now.week, now.of);
  return (
    <>
      {team?.improvementBoardId && <p className={styles.ambition}>{say.organisational}</p>}
      {team?.theme && team.endsOn && (
        <p className={styles.ambition}>{say.prepares(team.theme, sayDay(team.endsOn, today, language))}</p>
      )}
      {ambition && !short && <p className={styles.ambition}>{ambition}</p>}
      <p className={styles.week}>
        {periodsOf(state).length === 0 ? sayWeek(today) : say.week(sayWeek(today), period)}
      </p>
    </>
  );
}

/** "Bordleider Yasmin, hierna Tom": also the way to change it. */
export function LeaderButton({ short = false }: { short?: boolean }) {
  const { state, teamId, today, may } = useBoard();
  const say = useMessages(boardMessages);
  const called = useCallName();
  const [open, setOpen] = useState(false);
  const team = state.team.get(teamId);
  const [turn, next] = upcomingLeaders(state, today, 2);
  const leader = called(turn?.leader?.memberId ?? null) ?? say.nobody;
  const isSame = next?.leader?.memberId === turn?.leader?.memberId;
  const after = isSame ? null : called(next?.leader?.memberId ?? null);
  const words = (
    <>
      <span>
        {say.leader} <strong>{leader}</strong>
      </span>
      {after && !short && <span className={styles.after}>{say.afterwards(after)}</span>}
    </>
  );
  if (team && isOver(team, today)) return null;
  if (!may('rhythm.plan')) return <p className={styles.leader}>{words}</p>;
  return (
    <>
      <button type="button" className={styles.leader} onClick={() => setOpen(true)} title={say.changeLeader}>
        {words}
        <VisuallyHidden>, {say.changeLeader}</VisuallyHidden>
      </button>
      {open && <LeaderDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const MOST_CHIPS = 5;

/** Who looks at this board at this moment, on whatever device. */
export function Presence() {
  const { state, presence, connection } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(boardMessages);
  const people = currentPeople(state);
  const here = people.filter((member) => presence.members.includes(member.id));
  if (connection !== 'live') return null;
  const names = sayList(
    here.map((member) => callName(people, member)),
    language,
  );
  return (
    <div className={styles.presence}>
      <VisuallyHidden>{here.length > 0 ? say.presentNow(names) : say.nobodyPresent}</VisuallyHidden>
      <span aria-hidden="true" className={styles.chips} title={names ? say.presentNow(names) : undefined}>
        {here.slice(0, MOST_CHIPS).map((member) => (
          <PersonChip key={member.id} name={member.name} initials={member.initials} presence="present" />
        ))}
        {here.length > MOST_CHIPS && <span>{say.andMore(here.length - MOST_CHIPS)}</span>}
      </span>
    </div>
  );
}

/** A quiet dot: what is on this screen is what everybody sees. Trouble has its own banner. */
export function LiveDot() {
  const { connection } = useBoard();
  const say = useMessages(boardMessages);
  if (connection !== 'live') return null;
  return (
    <span className={styles.live} title={say.live}>
      <VisuallyHidden>{say.live}</VisuallyHidden>
    </span>
  );
}

export function WallClock() {
  const { now } = useBoard();
  return <time className={styles.clock}>{useWallClock(now)}</time>;
}
