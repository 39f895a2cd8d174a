import { type FormEvent, useId, useState } from 'react';
import { type BoardSession, type CheckIn, marksOf } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, TextField } from '#packages/ui';
import { useBoard } from '../../use-board.ts';
import styles from './check-in.module.css';
import { checkInMessages } from './check-in-messages.ts';
import { MarkPicture } from './mark-picture.tsx';

type Props = {
  session: BoardSession;
  member: { readonly id: string; readonly name: string };
  isMe: boolean;
  checkIn: CheckIn | null;
  /** Whether the present mark may be seen: the own one, or everybody's once they are shown. */
  seen: boolean;
  onDone: () => void;
};

/** How somebody arrives: one tap on a picture or a number, or one word. A remark may go along. */
export function MarkPanel({ session, member, isMe, checkIn, seen, onDone }: Props) {
  const { send } = useBoard();
  const say = useMessages(checkInMessages);
  const heading = useId();
  const { moodScale: scale } = session;
  const visible = seen ? checkIn : null;
  const [remark, setRemark] = useState(visible?.remark ?? '');
  const [word, setWord] = useState(scale === 'word' ? (visible?.mark ?? '') : '');
  const [sessionId, memberId] = [session.id, member.id];
  const ask = scale === 'number' ? say.askNumber : scale === 'word' ? say.askWord : say.ask;

  const mark = async (chosen: string) => {
    const payload = { id: newId(), sessionId, memberId, mark: chosen, remark: remark.trim() || null };
    onDone();
    await send('checkIn.mark', payload);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const chosen = scale === 'word' ? word.trim() : (checkIn?.mark ?? '');
    if (chosen !== '') void mark(chosen);
  };
  const clear = () => {
    void send('checkIn.clear', { sessionId, memberId }, say.cleared(member.name));
  };

  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h2 id={heading} className={styles.ask}>
        {isMe ? say.askMe : ask(member.name)}
      </h2>
      {scale !== 'word' && (
        <fieldset className={styles.marks} data-scale={scale} aria-labelledby={heading}>
          {[...marksOf[scale]].reverse().map((each) => (
            <button
              key={each}
              type="button"
              className={styles.choice}
              aria-pressed={visible?.mark === each}
              onClick={() => void mark(each)}
            >
              <MarkPicture scale={scale} mark={each} />
              <span>{say.marks[each] ?? each}</span>
            </button>
          ))}
        </fieldset>
      )}
      <form className={styles.extra} onSubmit={keep}>
        {scale === 'word' && (
          <TextField
            label={say.word}
            placeholder={say.wordExample}
            value={word}
            onChange={setWord}
            maxLength={20}
            autoComplete="off"
            enterKeyHint="done"
          />
        )}
        <TextField
          label={say.remark}
          labelHidden
          placeholder={say.remark}
          value={remark}
          onChange={setRemark}
          maxLength={140}
          autoComplete="off"
          enterKeyHint="done"
        />
        {(scale === 'word' || checkIn !== null) && <Button type="submit">{say.keep}</Button>}
        {checkIn !== null && (
          <Button kind="quiet" onClick={clear}>
            {say.clear}
          </Button>
        )}
      </form>
    </section>
  );
}
