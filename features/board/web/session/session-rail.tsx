import { type BoardSession, checkInStatus, type Step } from '#features/board/domain';
import { callName, currentGuests, currentMembers } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { PersonChip, StepList } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { ClockPanel } from './clock-panel.tsx';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';
import { asStep, railSteps } from './session-view.ts';
import { useSessionClock } from './use-session-clock.ts';
import { useStepTitle } from './use-step-title.ts';

/** At the left: which team, who is in, where we are, and the time. */
export function SessionRail({
  session,
  onGoTo,
}: {
  session: BoardSession;
  onGoTo: ((step: Step) => void) | null;
}) {
  const { state, teamId } = useBoard();
  const say = useMessages(sessionMessages);
  return (
    <>
      <div>
        <p className={styles.kind}>{say.session}</p>
        <p className={styles.team}>{state.team.get(teamId)?.name}</p>
      </div>
      <RailSteps session={session} onGoTo={onGoTo} />
      <Present session={session} />
      <ClockPanel session={session} size="large" />
    </>
  );
}

function RailSteps({ session, onGoTo }: { session: BoardSession; onGoTo: ((step: Step) => void) | null }) {
  const say = useMessages(sessionMessages);
  const titleOf = useStepTitle();
  const { spentMs } = useSessionClock(session);
  const goTo = (id: string) => {
    const step = asStep(Number(id));
    if (step !== null) onGoTo?.(step);
  };
  return (
    <nav aria-label={say.steps} className={styles.steps}>
      <StepList
        label={say.steps}
        labels={say.stepStates}
        steps={railSteps(session, spentMs).map(({ step, state, time }) => ({
          id: String(step),
          title: titleOf(step),
          state,
          time,
        }))}
        {...(onGoTo ? { onSelect: goTo } : {})}
      />
    </nav>
  );
}

/** Who is in the room, by check-in; what they answered is not told here. */
function Present({ session }: { session: BoardSession }) {
  const { state, presence } = useBoard();
  const say = useMessages(sessionMessages);
  const status = checkInStatus(state, session);
  const isIn = new Set(status.in.map(({ member }) => member.id));
  const members = [
    ...currentMembers(state),
    ...currentGuests(state).filter(({ id }) => isIn.has(id) || presence.members.includes(id)),
  ];
  const away = new Set(status.away.map(({ id }) => id));
  const presenceOf = (id: string) =>
    isIn.has(id) || presence.members.includes(id) ? 'present' : away.has(id) ? 'missing' : 'away';
  return (
    <div className={styles.present}>
      <ul className={styles.chips}>
        {members.map((member) => (
          <li key={member.id}>
            <PersonChip
              name={callName(members, member)}
              initials={member.initials}
              presence={presenceOf(member.id)}
              labels={{ present: say.isIn, away: say.isNotIn, missing: say.isAway }}
            />
          </li>
        ))}
      </ul>
      <p>{say.presence(status.in.length, status.in.length + status.missing.length)}</p>
    </div>
  );
}
