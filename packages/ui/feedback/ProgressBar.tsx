import { useId } from 'react';
import { classNames } from '../classNames.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './progressBar.module.css';

export type ProgressBarProps = {
  label: string;
  labelHidden?: boolean;
  /** Between 0 and `maximum`; left out when nobody knows. */
  value?: number | undefined;
  maximum?: number;
  /** The state in words, at the right: "4 van 9". */
  text?: string;
  tone?: 'accent' | 'done' | 'late';
};

export function ProgressBar({
  label,
  labelHidden = false,
  value,
  maximum = 1,
  text,
  tone = 'accent',
}: ProgressBarProps) {
  const id = useId();
  const part = value === undefined ? 0 : Math.min(1, Math.max(0, maximum > 0 ? value / maximum : 0));
  const words = (
    <span id={id} className={styles.label}>
      {label}
    </span>
  );
  return (
    <div className={styles.progress}>
      {(!labelHidden || text) && (
        <div className={styles.line}>
          {labelHidden ? <VisuallyHidden>{words}</VisuallyHidden> : words}
          {text && <span className={styles.text}>{text}</span>}
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={maximum}
        aria-valuenow={value}
        aria-valuetext={text}
        className={classNames(styles.track, styles[tone], value === undefined && styles.unknown)}
      >
        <div
          className={styles.bar}
          style={value === undefined ? undefined : { inlineSize: `${part * 100}%` }}
        />
      </div>
    </div>
  );
}
