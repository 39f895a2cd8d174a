import { useRef, useState } from 'react';
import { freshSuccesses, recentSuccesses, type Success, successesOf } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, Button, Dialog, EmptyState, Note, type PartLook, Stack } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';
import { SuccessComposer } from './success-composer.tsx';
import { SuccessNote } from './success-note.tsx';

/** What there is to celebrate: this period's notes, the latest on top. */
export function SuccessesPart({ look }: { look: PartLook }) {
  const { state, today, may } = useBoard();
  const say = useMessages(messages);
  const [showsAll, setShowsAll] = useState(false);
  const all = successesOf(state);
  const recent = recentSuccesses(state, today);
  const fresh = freshSuccesses(state).length;
  const isNew = useNewcomers(all);

  return (
    <BoardPart
      look={look}
      remark={fresh > 0 && say.fresh(fresh)}
      footer={may('board.takePart') ? <SuccessComposer /> : undefined}
    >
      {recent.length === 0 && (
        <EmptyState
          title={say.successesEmptyTitle}
          exampleLabel={say.example}
          example={<Note>{say.successesGhost}</Note>}
        >
          {say.successesEmpty}
        </EmptyState>
      )}
      <ul className={styles.notes}>
        {recent.map((success) => (
          <SuccessNote key={success.id} success={success} fresh={isNew(success.id)} />
        ))}
      </ul>
      {all.length > recent.length && (
        <Button kind="quiet" size="small" onClick={() => setShowsAll(true)}>
          {say.allSuccesses(all.length)}
        </Button>
      )}
      <Dialog
        open={showsAll}
        onClose={() => setShowsAll(false)}
        title={say.allSuccessesTitle}
        closeLabel={say.close}
        size="wide"
      >
        <Stack as="ul" gap={3}>
          {all.map((success) => (
            <SuccessNote key={success.id} success={success} />
          ))}
        </Stack>
      </Dialog>
    </BoardPart>
  );
}

/** Notes that came in while this page was open settle in their place once. */
function useNewcomers(all: readonly Success[]): (id: string) => boolean {
  const known = useRef<ReadonlySet<string> | null>(null);
  known.current ??= new Set(all.map(({ id }) => id));
  const first = known.current;
  return (id) => !first.has(id);
}
