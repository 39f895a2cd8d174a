import type { ComponentProps } from 'react';
import { classNames } from '../classNames.ts';
import { Field, type FieldProps } from './Field.tsx';
import styles from './field.module.css';

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'defaultValue' | 'id'> & {
    value: string;
    onChange: (value: string) => void;
    /** `open`: a dashed place to write on the board itself. */
    look?: 'boxed' | 'open';
  };

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  look = 'boxed',
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(links) => (
        <input
          {...rest}
          {...links}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={classNames(styles.control, look === 'open' && styles.open, className)}
        />
      )}
    </Field>
  );
}
