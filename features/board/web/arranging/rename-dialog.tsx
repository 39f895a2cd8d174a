import { type FormEvent, useId, useState } from 'react';
import type { PartPlace } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, TextField } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './arranging-messages.ts';

/** The team's own name for a part. */
export function RenameDialog({
  place,
  standard,
  onClose,
}: {
  place: PartPlace;
  standard: string;
  onClose: () => void;
}) {
  const { send } = useBoard();
  const say = useMessages(messages);
  const form = useId();
  const [title, setTitle] = useState(place.title ?? '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const own = title.trim() || null;
    if (await send('board.renamePart', { part: place.part, title: own }, say.renamed(own ?? standard)))
      onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={say.rename(place.title ?? standard)}
      closeLabel={say.close}
      footer={
        <Button kind="primary" type="submit" form={form}>
          {say.save}
        </Button>
      }
    >
      <form id={form} onSubmit={(event) => void save(event)}>
        <TextField
          label={say.name}
          hint={say.nameHint(standard)}
          placeholder={standard}
          value={title}
          onChange={setTitle}
          maxLength={40}
        />
      </form>
    </Dialog>
  );
}
