import { type ReactNode, useId } from 'react';
import { sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { ScalePicker } from '#packages/ui';
import { goalMessages } from './goal-messages.ts';
import styles from './mark-picker.module.css';

type Props = {
  legend: ReactNode;
  legendHidden?: boolean;
  value: number | null;
  onChange: (value: number) => void;
  target?: number;
  /** Says what 1 and 10 mean: where a goal is made. */
  endsShown?: boolean;
  /** Behind what was chosen: the way back. */
  after?: ReactNode;
};

/** A mark from 1 to 10: one tap for the number, a second one for the half. */
export function MarkPicker({
  legend,
  legendHidden = false,
  value,
  onChange,
  target,
  endsShown = false,
  after,
}: Props) {
  const say = useMessages(goalMessages);
  const { language } = useLanguage();
  const id = useId();
  const whole = value === null ? undefined : Math.floor(value);
  const isHalf = value !== null && value !== whole;
  const hasHalf = whole !== undefined && whole < 10;
  return (
    <div className={styles.picker}>
      <ScalePicker
        legend={legend}
        legendHidden={legendHidden}
        value={whole}
        onChange={onChange}
        {...(target !== undefined && { target: Math.floor(target) })}
        labels={{
          target: say.measureNorm(sayNumber(target ?? 0, language)),
          ...(endsShown && { low: say.low, high: say.high }),
        }}
      />
      <div className={styles.below}>
        <label htmlFor={id} className={styles.half}>
          <input
            id={id}
            type="checkbox"
            className={styles.input}
            checked={isHalf}
            disabled={!hasHalf}
            onChange={(event) => {
              if (whole !== undefined) onChange(event.currentTarget.checked ? whole + 0.5 : whole);
            }}
          />
          <span className={styles.face}>
            <span aria-hidden="true">+ ½</span>
            <span className={styles.words}>{say.half}</span>
          </span>
        </label>
        <p className={styles.chosen} role="status">
          {value === null ? say.noChoice : say.chosen(sayNumber(value, language))}
        </p>
        {after}
      </div>
    </div>
  );
}
