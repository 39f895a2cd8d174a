import { useMessages } from '#packages/i18n/react';
import { Icon, Note, Sparkline } from '#packages/ui';
import styles from './demonstration.module.css';
import { messages } from './messages.ts';

const points = [5, 6, 6.5].map((value, period) => ({ label: `P${period}`, value }));

/** What a board looks like, in a few square centimetres. To be seen only: the words beside it say the same. */
export function SmallBoard() {
  const { example } = useMessages(messages);
  return (
    <div className={styles.board} aria-hidden="true" inert>
      <p className={styles.boardTeam}>
        <span />
        {example.team}
      </p>
      <Note as="div" signature={example.by}>
        {example.success}
      </Note>
      <div>
        <div className={styles.boardGoal}>
          <p>{example.goal}</p>
          <Sparkline points={points} target={8} periods={4} sentence="" />
        </div>
        <p className={styles.boardAction}>
          <span className={`${styles.tick} ${styles.ticked}`}>
            <Icon name="check" />
          </span>
          <span className={styles.struck}>{example.done}</span>
          <strong>{example.doneBy}</strong>
        </p>
        <p className={styles.boardAction}>
          <span className={styles.tick} />
          <span>{example.open}</span>
          <strong>{example.openFor}</strong>
        </p>
      </div>
    </div>
  );
}
