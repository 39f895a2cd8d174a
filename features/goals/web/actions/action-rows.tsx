import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { Button, Icon } from '#packages/ui';
import { ActionDialog } from '../shown-later.ts';
import { useGoals } from '../use-goals.ts';
import { actionList, cutList } from './action-list.ts';
import { actionMessages } from './action-messages.ts';
import { ActionRow } from './action-row.tsx';
import styles from './action-rows.module.css';
import { useMoves } from './use-moves.ts';

type Props = {
  /** Only what this person does, alone or with others. */
  memberId?: string | null;
  /** Only what belongs to this goal. */
  goalId?: string;
  /** At most so many rows at first; the rest is counted and one tap away. */
  most?: number;
  whoHidden?: boolean;
  /** Instead of rows. */
  empty: ReactNode;
};

/** Actions one below the other: to be done first, done this week below, struck through. */
export function ActionRows({ memberId = null, goalId, most, whoHidden = false, empty }: Props) {
  const { state, today } = useGoals();
  const say = useMessages(actionMessages);
  const frame = useRef<HTMLDivElement>(null);
  const [isAll, setAll] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const list = actionList(state, today, { memberId, ...(goalId === undefined ? {} : { goalId }) });
  const limit = isAll ? null : (most ?? null);
  const { rows, hiddenOpen, hiddenDone } = cutList(list, limit);
  const isCutNow = hiddenOpen + hiddenDone > 0;
  useMoves(frame);

  return (
    <div className={styles.frame} ref={frame}>
      {rows.length === 0 && <div className={styles.empty}>{empty}</div>}
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label={say.list}>
          {rows.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              whoHidden={whoHidden}
              onEdit={() => setEdited(action.id)}
            />
          ))}
        </ul>
      )}
      {(isCutNow || (isAll && most !== undefined)) && (
        <Button
          kind="quiet"
          size="small"
          className={styles.more}
          aria-expanded={isAll}
          icon={<Icon name={isAll ? 'up' : 'down'} />}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? say.fewer : say.more(hiddenOpen, hiddenDone)}
        </Button>
      )}
      {edited !== null && <ActionDialog actionId={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
