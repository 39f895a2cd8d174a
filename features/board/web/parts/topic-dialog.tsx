import { type FormEvent, useId, useState } from 'react';
import type { ParkedTopic } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, TextField } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';

/** Change a parked subject, or settle it with a word about what became of it. */
export function TopicDialog({
  topic,
  to,
  onClose,
}: {
  topic: ParkedTopic;
  to: 'edit' | 'settle';
  onClose: () => void;
}) {
  const { send } = useBoard();
  const say = useMessages(messages);
  const form = useId();
  const [text, setText] = useState(to === 'edit' ? topic.text : '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const topicId = topic.id;
    if (to === 'edit' && text.trim() === '') return;
    const taken =
      to === 'edit'
        ? await send('parked.edit', { topicId, text }, say.topicChanged)
        : await send('parked.settle', { topicId, outcome: text.trim() || null }, say.settled);
    if (taken) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={to === 'edit' ? say.changeTopic : say.settleTitle}
      closeLabel={say.close}
      keepOpen
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button kind="primary" type="submit" form={form}>
            {to === 'edit' ? say.save : say.settleButton}
          </Button>
        </>
      }
    >
      {to === 'settle' && <p>{topic.text}</p>}
      <form id={form} onSubmit={(event) => void save(event)}>
        <TextField
          label={to === 'edit' ? say.text : say.outcome}
          placeholder={to === 'settle' ? say.outcomeExample : undefined}
          value={text}
          onChange={setText}
          maxLength={280}
        />
      </form>
    </Dialog>
  );
}
