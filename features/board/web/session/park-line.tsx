import { type FormEvent, useEffect, useRef } from 'react';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, Icon, TextField, useDraft } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';

/** Park it: one line, and the session goes on where it was. */
export function ParkLine({ onClose }: { onClose: () => void }) {
  const { teamId, memberId, send } = useBoard();
  const say = useMessages(sessionMessages);
  const [text, setText] = useDraft(teamId, 'parked');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const park = async (event: FormEvent) => {
    event.preventDefault();
    const topic = text.trim();
    if (topic === '') return onClose();
    const payload = { id: newId(), text: topic, byId: memberId, goalId: null, actionId: null };
    if (await send('parked.add', payload, say.parked)) {
      setText('');
      onClose();
    }
  };

  return (
    <form
      ref={form}
      className={styles.parking}
      onSubmit={(event) => void park(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextField
        label={say.parkField}
        placeholder={say.parkExample}
        value={text}
        onChange={setText}
        maxLength={280}
        autoComplete="off"
        enterKeyHint="done"
      />
      <Button type="submit" kind="primary" icon={<Icon name="park" />}>
        {say.parkKeep}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {say.cancel}
      </Button>
    </form>
  );
}
