import type { BoardSession, Step } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Icon, VisuallyHidden } from '#packages/ui';
import { ClockPanel } from './clock-panel.tsx';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';
import { stepNow, stepsOfSession } from './session-view.ts';
import { useStepTitle } from './use-step-title.ts';

/** On a phone: the time, and the steps in one row. The wall leads; a phone can do the same. */
export function PhoneRail({
  session,
  onGoTo,
}: {
  session: BoardSession;
  onGoTo: ((step: Step) => void) | null;
}) {
  const say = useMessages(sessionMessages);
  const titleOf = useStepTitle();
  const steps = stepsOfSession(session);
  const now = steps.indexOf(stepNow(session));
  return (
    <>
      <ClockPanel session={session} size="small" />
      <nav aria-label={say.steps}>
        <ol className={styles.dots}>
          {steps.map((step, index) => (
            <li key={step} aria-current={index === now ? 'step' : undefined}>
              <button
                type="button"
                className={styles.dot}
                data-now={index === now ? '' : undefined}
                disabled={onGoTo === null}
                onClick={() => onGoTo?.(step)}
              >
                {index < now ? <Icon name="check" /> : <span aria-hidden="true">{step}</span>}
                <VisuallyHidden>{titleOf(step)}</VisuallyHidden>
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </>
  );
}
