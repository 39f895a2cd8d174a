import { useState } from 'react';
import type { BoardSession } from '#features/board/domain';
import { GoalsForSession } from '#features/goals/web';
import { ConnectionNotice } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Page, useRoom, VisuallyHidden } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { ActionsStep } from './actions-step.tsx';
import { CheckInStep } from './check-in/check-in-step.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ParkLine } from './park-line.tsx';
import { PhoneRail } from './phone-rail.tsx';
import styles from './session.module.css';
import { SessionFooter } from './session-footer.tsx';
import { sessionMessages } from './session-messages.ts';
import { SessionRail } from './session-rail.tsx';
import { stepBeside, stepNow, stepsOfSession } from './session-view.ts';
import { StepHead } from './step-head.tsx';
import { SuccessesStep } from './successes-step.tsx';
import { TodayStep } from './today/today-step.tsx';
import { useChime } from './use-chime.ts';
import { useKeys } from './use-keys.ts';
import { useSessionMoves } from './use-session-moves.ts';
import { useStepTitle } from './use-step-title.ts';

type Open = 'closing' | 'keys' | 'parking' | null;

/** A session that goes on. Only the step of now is large; the clock and the other steps stand beside it. */
export function RunningSession({ session }: { session: BoardSession }) {
  const { state, teamId, isDisplay, may } = useBoard();
  const say = useMessages(sessionMessages);
  const room = useRoom(isDisplay);
  const titleOf = useStepTitle();
  const [open, setOpen] = useState<Open>(null);
  const moves = useSessionMoves(session);
  const isLast = stepBeside(session, 1) === null;
  const next = isLast ? () => setOpen('closing') : moves.next;
  const mayUse = may('board.use');
  const onlyFor = (move: () => void) => (mayUse ? move : () => {});
  useChime(session, room === 'phone');
  useKeys({
    next: onlyFor(next),
    back: onlyFor(moves.back),
    pause: onlyFor(moves.pause),
    park: onlyFor(() => setOpen('parking')),
    minute: onlyFor(moves.addMinute),
    help: () => setOpen('keys'),
  });

  const step = stepNow(session);
  const steps = stepsOfSession(session);
  const close = () => setOpen(null);
  return (
    <Page
      room={room}
      accent={state.team.get(teamId)?.accent}
      fixedHeight={room !== 'phone'}
      skipLabel={say.skip}
      rail={
        room === 'phone' ? (
          <PhoneRail session={session} onGoTo={mayUse ? moves.goTo : null} />
        ) : (
          <SessionRail session={session} onGoTo={mayUse ? moves.goTo : null} />
        )
      }
      footer={
        mayUse &&
        (open === 'parking' ? (
          <ParkLine onClose={close} />
        ) : (
          <SessionFooter
            session={session}
            room={room}
            moves={{ ...moves, next }}
            onPark={() => setOpen('parking')}
            onKeys={() => setOpen('keys')}
          />
        ))
      }
    >
      <ConnectionNotice />
      <VisuallyHidden>
        <span role="status">{say.stepOf(steps.indexOf(step) + 1, steps.length, titleOf(step))}</span>
      </VisuallyHidden>
      <div className={styles.stage}>
        <StepHead session={session} step={step} />
        {step === 1 && <CheckInStep session={session} room={room} />}
        {step === 2 && <SuccessesStep />}
        {step === 3 && <GoalsForSession />}
        {step === 4 && <ActionsStep session={session} room={room} />}
        {step === 5 && <TodayStep session={session} />}
      </div>
      {open === 'closing' && <CloseDialog session={session} onClose={close} />}
      {open === 'keys' && <KeysDialog onClose={close} />}
    </Page>
  );
}
