import { useId } from 'react';
import styles from './radio-list.module.css';

/** One of several, each explained in a line. */
export function RadioList<Value extends string>({
  legend,
  choices,
  value,
  onChange,
}: {
  legend: string;
  choices: readonly { readonly value: Value; readonly label: string; readonly help: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.radio}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span className={styles.radioLabel}>{choice.label}</span>
            <span className={styles.radioHelp}>{choice.help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
