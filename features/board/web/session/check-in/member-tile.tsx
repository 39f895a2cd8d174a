import type { CheckIn, MoodScale } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { useWaiting } from '#packages/sync/react';
import { Icon } from '#packages/ui';
import styles from './check-in.module.css';
import { checkInMessages } from './check-in-messages.ts';
import { MarkPicture } from './mark-picture.tsx';

type Props = {
  name: string;
  scale: MoodScale;
  checkIn: CheckIn | null;
  /** Whether the marks may be seen. */
  shown: boolean;
  isChosen: boolean;
  onChoose: (() => void) | null;
};

/** One colleague: not in yet, in, or (once everybody is in) how they arrive. */
export function MemberTile({ name, scale, checkIn, shown, isChosen, onChoose }: Props) {
  const say = useMessages(checkInMessages);
  const isWaiting = useWaiting();
  // Whoever is not of the team is not told the mark (B32).
  const mark = shown ? (checkIn?.mark ?? null) : null;
  const state = checkIn === null ? 'missing' : mark !== null ? 'shown' : 'in';
  const content = (
    <>
      <span className={styles.name}>{name}</span>
      {state === 'missing' && <span className={styles.state}>{say.notIn}</span>}
      {state === 'in' && (
        <span className={styles.state}>
          <Icon name="check" />
          {say.in}
        </span>
      )}
      {mark !== null && (
        <span className={styles.mark} data-scale={scale}>
          <MarkPicture scale={scale} mark={mark} />
          <span>{say.marks[mark] ?? mark}</span>
        </span>
      )}
      {checkIn?.remark && shown && <span className={styles.remark}>“{checkIn.remark}”</span>}
    </>
  );
  return (
    <li
      className={styles.tile}
      data-state={state}
      data-waiting={checkIn && isWaiting(checkIn.id) ? '' : undefined}
    >
      {onChoose ? (
        <button type="button" className={styles.face} aria-pressed={isChosen} onClick={onChoose}>
          {content}
        </button>
      ) : (
        <div className={styles.face}>{content}</div>
      )}
    </li>
  );
}
