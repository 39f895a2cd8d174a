import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import { numberOfKey } from './numberOfKey.ts';
import styles from './scalePicker.module.css';

export type ScalePickerProps = {
  legend: ReactNode;
  legendHidden?: boolean;
  value: number | undefined;
  onChange: (value: number) => void;
  minimum?: number;
  maximum?: number;
  /** Marked with a word and a pointer, so that it differs from the choice in more than colour. */
  target?: number | undefined;
  labels: {
    /** The word above the target, such as "norm". */
    target: string;
    /** What the ends of the scale mean. */
    low?: string;
    high?: string;
  };
  disabled?: boolean;
};

/** One number on a scale, with one tap, the arrow keys, or the figure itself (0 for ten). */
export function ScalePicker({
  legend,
  legendHidden = false,
  value,
  onChange,
  minimum = 1,
  maximum = 10,
  target,
  labels,
  disabled = false,
}: ScalePickerProps) {
  const name = useId();
  const numbers = Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
  const pick = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const number = numberOfKey(event.key, numbers);
    if (number === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${number}"]`)?.focus();
    onChange(number);
  };
  return (
    <fieldset
      data-scale=""
      onKeyDown={pick}
      className={classNames(
        styles.picker,
        numbers.length > 6 && styles.long,
        target !== undefined && styles.withTarget,
      )}
      disabled={disabled}
    >
      <legend className={legendHidden ? undefined : styles.legend}>
        {legendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      </legend>
      <div className={styles.numbers}>
        {numbers.map((number) => (
          <label key={number} className={classNames(styles.tile, number === target && styles.target)}>
            {number === target && (
              <span className={styles.word} aria-hidden="true">
                {labels.target}
              </span>
            )}
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={number}
              checked={value === number}
              onChange={() => onChange(number)}
              aria-label={number === target ? `${number}, ${labels.target}` : undefined}
            />
            <span className={styles.face}>
              {number}
              <span className={styles.chosen}>
                <Icon name="check" />
              </span>
            </span>
          </label>
        ))}
      </div>
      {(labels.low || labels.high) && (
        <div className={styles.ends}>
          <span>{labels.low}</span>
          <span>{labels.high}</span>
        </div>
      )}
    </fieldset>
  );
}
