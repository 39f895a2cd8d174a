import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './stepList.module.css';

export type StepState = 'done' | 'current' | 'toCome' | 'skipped';

export type StepListProps = {
  label: string;
  steps: readonly { id: string; title: string; state: StepState; time?: string }[];
  /** Read aloud after each title: "done", "now", … */
  labels: Record<StepState, string>;
  /** With it every step is a button. */
  onSelect?: (id: string) => void;
};

/** The steps of a session: where are we, what took how long, what is to come. */
export function StepList({ label, steps, labels, onSelect }: StepListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step, index) => {
        const content = (
          <>
            <span className={styles.mark} aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <span className={styles.title}>
              {step.title}
              <VisuallyHidden>, {labels[step.state]}</VisuallyHidden>
            </span>
            {step.time && <span className={styles.time}>{step.time}</span>}
          </>
        );
        return (
          <li
            key={step.id}
            className={classNames(styles.step, styles[step.state])}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {onSelect ? (
              <button type="button" className={styles.line} onClick={() => onSelect(step.id)}>
                {content}
              </button>
            ) : (
              <span className={styles.line}>{content}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
