import { freshSuccesses, recentSuccesses, type Success } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { EmptyState, Note } from '#packages/ui';
import { SuccessComposer } from '../parts/success-composer.tsx';
import { SuccessNote } from '../parts/success-note.tsx';
import { useBoard } from '../use-board.ts';
import styles from './steps.module.css';
import { stepsMessages } from './steps-messages.ts';

const EARLIER_SHOWN = 3;
/** With more new ones, those fill the screen. */
const WITH_EARLIER = 2;

/** What there is to celebrate: what is new since last time large, what was celebrated before small below it. */
export function SuccessesStep() {
  const { state, today, may } = useBoard();
  const say = useMessages(stepsMessages);
  const fresh = freshSuccesses(state);
  const earlier = recentSuccesses(state, today).filter((success) => !fresh.includes(success));
  return (
    <div className={styles.successes}>
      {fresh.length > 0 ? (
        <Notes title={say.fresh} notes={fresh} size={fresh.length > 3 ? 'medium' : 'large'} />
      ) : (
        <EmptyState
          title={say.noFresh}
          {...(earlier.length === 0 ? { exampleLabel: say.example, example: <Note>{say.ghost}</Note> } : {})}
        >
          {say.noFreshText}
        </EmptyState>
      )}
      {may('board.takePart') && <SuccessComposer />}
      {earlier.length > 0 && fresh.length <= WITH_EARLIER && (
        <Notes title={say.earlier} notes={earlier.slice(0, EARLIER_SHOWN)} size="small" />
      )}
    </div>
  );
}

function Notes({
  title,
  notes,
  size,
}: {
  title: string;
  notes: readonly Success[];
  size: 'large' | 'medium' | 'small';
}) {
  return (
    <section className={styles.notes} data-size={size}>
      <h2>{title}</h2>
      <ul>
        {notes.map((success) => (
          <SuccessNote key={success.id} success={success} fresh={size !== 'small'} />
        ))}
      </ul>
    </section>
  );
}
