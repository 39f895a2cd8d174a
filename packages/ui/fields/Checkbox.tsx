import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './checkbox.module.css';

export type CheckboxProps = {
  label: ReactNode;
  /** Only read aloud: the words stand elsewhere on the line. */
  labelHidden?: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** A second line: when, for which goal. */
  description?: ReactNode;
  /** Strikes the label through when ticked, for actions. */
  strike?: boolean;
  disabled?: boolean;
  name?: string;
};

/** The tick of an action. The whole line is the target. */
export function Checkbox({
  label,
  labelHidden = false,
  checked,
  onChange,
  description,
  strike = false,
  disabled = false,
  name,
}: CheckboxProps) {
  return (
    <label
      className={classNames(styles.line, disabled && styles.disabled, strike && checked && styles.struck)}
    >
      <span className={styles.box}>
        <input
          type="checkbox"
          className={styles.input}
          checked={checked}
          disabled={disabled}
          name={name}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className={styles.tick} aria-hidden="true">
          <Icon name="check" />
        </span>
      </span>
      {labelHidden ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span className={styles.words}>
          <span className={styles.label}>{label}</span>
          {description && <span className={styles.description}>{description}</span>}
        </span>
      )}
    </label>
  );
}
