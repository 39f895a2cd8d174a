import { runChart } from '#packages/charts';
import { ChartFigure } from '#packages/charts/react';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Icon, Note } from '#packages/ui';
import styles from './demonstration.module.css';
import { messages } from './messages.ts';

const course = { values: [5, 6, 6.5], slots: ['P0', 'P1', 'P2', 'P3'], target: 8 };

/** What a board looks like, in a few square centimetres. To be seen only: the words beside it say the same. */
export function SmallBoard() {
  const { example } = useMessages(messages);
  const { language } = useLanguage();
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
          <ChartFigure chart={runChart({ title: example.goal, language, ...course })} table="none" fill />
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
