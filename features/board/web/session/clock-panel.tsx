import type { BoardSession } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Icon, VisuallyHidden } from '#packages/ui';
import styles from './clock.module.css';
import { sessionMessages } from './session-messages.ts';
import { clockTexts, railSteps, stepNow } from './session-view.ts';
import { useSessionClock } from './use-session-clock.ts';
import { useStepTitle } from './use-step-title.ts';

/** How much time is left: of the whole session in figures, of this step in words. */
export function ClockPanel({ session, size }: { session: BoardSession; size: 'large' | 'small' }) {
  const say = useMessages(sessionMessages);
  const title = useStepTitle()(stepNow(session));
  const clock = useSessionClock(session);
  const { big, words } = clockTexts(clock, title, say);
  const mood = clock.running ? clock.step.state : 'paused';
  const aloud = { calm: '', paused: say.paused, soon: say.soonAloud(title), over: say.overAloud(title) };
  return (
    <div className={styles.clock} data-size={size} data-mood={mood}>
      <p className={styles.figures}>
        <span role="timer" aria-live="off" aria-label={say.clock}>
          {big}
        </span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        {railSteps(session, clock.spentMs).map(({ step, state, plannedMs, used }) => (
          <span
            key={step}
            className={styles.part}
            data-now={state === 'current' ? '' : undefined}
            style={{ flexGrow: Math.max(plannedMs, 1) }}
          >
            <span className={styles.used} style={{ inlineSize: `${used * 100}%` }} />
          </span>
        ))}
      </div>
      <p className={styles.words}>
        {mood === 'paused' && <Icon name="pause" />}
        {(mood === 'soon' || mood === 'over') && <Icon name="clock" />}
        <span>
          {words}
          {clock.session.overMs > 0 && clock.running && `; ${say.sessionOver}`}
        </span>
      </p>
      <VisuallyHidden>
        <span role="status">{aloud[mood]}</span>
      </VisuallyHidden>
    </div>
  );
}
