import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { type ClockMood, clockMood, clockText } from './clock.ts';
import styles from './countDown.module.css';

export type CountDownProps = {
  /** Counted from the server's clock by whoever shows it; negative when over. */
  remainingMs: number;
  /** From when on it is "soon". */
  soonMs?: number;
  /** What it counts: "board session", read aloud. */
  label: string;
  /** The state in words below the figures, so that colour is never alone. */
  labels: Record<ClockMood, string>;
  paused?: string | undefined;
  size?: 'large' | 'small';
};

export function CountDown({
  remainingMs,
  soonMs = 60_000,
  label,
  labels,
  paused,
  size = 'large',
}: CountDownProps) {
  const mood = clockMood(remainingMs, soonMs);
  return (
    <div className={classNames(styles.clock, styles[mood], styles[size])}>
      {/* Not read aloud every second; the words below are, when they change. */}
      <div role="timer" aria-live="off" aria-label={label} className={styles.figures}>
        {clockText(remainingMs)}
      </div>
      <p className={styles.words} role="status">
        {paused ? <Icon name="pause" /> : mood !== 'calm' && <Icon name="clock" />}
        <span>{paused ?? labels[mood]}</span>
      </p>
    </div>
  );
}
