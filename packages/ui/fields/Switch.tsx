import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './switch.module.css';

export type SwitchProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  /** The state in words, beside the switch. */
  labels: { on: string; off: string };
  disabled?: boolean;
};

/** Works at once, without a "save". */
export function Switch({ label, checked, onChange, hint, labels, disabled = false }: SwitchProps) {
  return (
    <label className={classNames(styles.line, disabled && styles.disabled)}>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      <span className={styles.state} aria-hidden="true">
        {checked ? labels.on : labels.off}
      </span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
        role="switch"
        className={styles.input}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.track} aria-hidden="true" />
    </label>
  );
}
