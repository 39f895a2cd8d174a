import type { ComponentProps } from 'react';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { Field, type FieldProps } from './Field.tsx';
import styles from './field.module.css';

export type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'defaultValue' | 'id' | 'children' | 'multiple'> & {
    value: string;
    onChange: (value: string) => void;
    options: readonly { value: string; label: string; disabled?: boolean }[];
    /** First, empty choice: "choose…". */
    placeholder?: string;
  };

/** The browser's own select: best on a phone, known by everybody's keyboard. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  options,
  placeholder,
  className,
  ...rest
}: SelectProps) {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(links) => (
        <div className={styles.selectFrame}>
          <select
            {...rest}
            {...links}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={classNames(styles.control, styles.select, className)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </div>
      )}
    </Field>
  );
}
