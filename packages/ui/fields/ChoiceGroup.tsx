import { type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './choiceGroup.module.css';

export type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** A face, a weather picture, an icon. */
  picture?: ReactNode;
  disabled?: boolean;
};

export type ChoiceGroupProps<Value extends string> = {
  legend: ReactNode;
  legendHidden?: boolean;
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** Pictures only; the words are still read aloud. */
  wordsHidden?: boolean;
  disabled?: boolean;
};

/** A few large tiles, one of which is chosen. */
export function ChoiceGroup<Value extends string>({
  legend,
  legendHidden = false,
  choices,
  value,
  onChange,
  wordsHidden = false,
  disabled = false,
}: ChoiceGroupProps<Value>) {
  const name = useId();
  // Up to five are a scale; more than that do not fit beside each other on a phone.
  const pictures = choices.length <= 5 && choices.some((choice) => choice.picture);
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={legendHidden ? undefined : styles.legend}>
        {legendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}
      </legend>
      <div className={classNames(styles.tiles, pictures && styles.pictures)}>
        {choices.map((choice) => (
          <label key={choice.value} className={classNames(styles.tile, choice.disabled && styles.closed)}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.face}>
              {choice.picture && <span className={styles.picture}>{choice.picture}</span>}
              {wordsHidden ? <VisuallyHidden>{choice.label}</VisuallyHidden> : <span>{choice.label}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
