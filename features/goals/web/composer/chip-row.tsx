import { useId } from 'react';
import { VisuallyHidden } from '#packages/ui';
import styles from './chip-row.module.css';

type Props = {
  legend: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  value: string | undefined;
  onChoose: (value: string) => void;
  /** The answer is needed now. */
  isAsking?: boolean;
};

/** A row of small choices; the arrow keys walk along it, Enter keeps the whole line. */
export function ChipRow({ legend, choices, value, onChoose, isAsking = false }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.row} data-asking={isAsking || undefined}>
      <legend>
        <VisuallyHidden>{legend}</VisuallyHidden>
      </legend>
      <div className={styles.chips}>
        <span className={styles.legend} aria-hidden="true">
          {legend}
        </span>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.chip}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span className={styles.face}>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
