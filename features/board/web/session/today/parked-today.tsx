import { useId, useState } from 'react';
import type { ParkedTopic } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Card, Checkbox } from '#packages/ui';
import { TopicDialog } from '../../parts/topic-dialog.tsx';
import { useBoard } from '../../use-board.ts';
import { stepsMessages } from '../steps-messages.ts';
import styles from './today.module.css';

/** What was kept for later: settle it now, or leave it. */
export function ParkedToday({ topics }: { topics: readonly ParkedTopic[] }) {
  const { may } = useBoard();
  const say = useMessages(stepsMessages);
  const title = useId();
  const [settling, setSettling] = useState<ParkedTopic | null>(null);
  return (
    <Card aria-labelledby={title}>
      <h2 id={title}>{say.parked}</h2>
      {topics.length === 0 && <p className={styles.quiet}>{say.noneParked}</p>}
      <ul className={styles.parked}>
        {topics.map((topic) => (
          <li key={topic.id}>
            {may('board.takePart') && (
              <Checkbox
                label={say.settle(topic.text)}
                labelHidden
                checked={false}
                onChange={() => setSettling(topic)}
              />
            )}
            <span className={styles.what}>{topic.text}</span>
          </li>
        ))}
      </ul>
      {settling && <TopicDialog topic={settling} to="settle" onClose={() => setSettling(null)} />}
    </Card>
  );
}
