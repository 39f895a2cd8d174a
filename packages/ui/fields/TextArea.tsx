import type { ComponentProps } from 'react';
import { classNames } from '../classNames.ts';
import { Field, type FieldProps } from './Field.tsx';
import styles from './field.module.css';

export type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'defaultValue' | 'id'> & {
    value: string;
    onChange: (value: string) => void;
    look?: 'boxed' | 'open';
  };

/** Grows with its text where the browser can. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  look = 'boxed',
  className,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(links) => (
        <textarea
          {...rest}
          {...links}
          rows={rows}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classNames(styles.control, styles.area, look === 'open' && styles.open, className)}
        />
      )}
    </Field>
  );
}
