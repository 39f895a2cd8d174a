import { type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './field.module.css';

export type FieldProps = {
  label: string;
  /** The label is read aloud but not seen, where the place itself says enough. */
  labelHidden?: boolean;
  /** How to fill it in. */
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: ReactNode;
};

/** What a control needs to belong to its label, hint and error. */
export type FieldLinks = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** Label, hint and error around one control; used by TextField, TextArea and Select. */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  children,
}: FieldProps & { children: (links: FieldLinks) => ReactNode }) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const links: FieldLinks = { id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined };
  return (
    <div className={classNames(styles.field, Boolean(error) && styles.wrong)}>
      <label htmlFor={id} className={labelHidden ? undefined : styles.label}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      {children(links)}
      {!error && hint && (
        <p id={described} className={styles.hint}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error && (
          <p id={described} className={styles.error}>
            <Icon name="warning" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  );
}
