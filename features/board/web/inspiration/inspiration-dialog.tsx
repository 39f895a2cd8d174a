import { type FormEvent, useId, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, Dialog, Stack, TextArea, useDraft } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { useBoard } from '../use-board.ts';
import { messages } from './inspiration-messages.ts';
import type { Shelf, ShelfItem, ShelfKind } from './use-shelf.ts';

/** Something new on the inspiration side, or a change of what hangs there. */
export function InspirationDialog({
  kind,
  shelf,
  item,
  onClose,
}: {
  kind: ShelfKind;
  shelf: Shelf;
  item: ShelfItem | null;
  onClose: () => void;
}) {
  const { teamId, today } = useBoard();
  const say = useMessages(messages);
  const form = useId();
  const [draft, setDraft] = useDraft(teamId, `inspiration-${kind}`);
  const [changed, setChanged] = useState(item?.text ?? '');
  const [day, setDay] = useState(item?.day ?? '');
  const [text, setText] = item ? [changed, setChanged] : [draft, setDraft];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const described = { text, day: day || null };
    const taken = item
      ? await shelf.edit(item.id, described, say.changed)
      : await shelf.add(newId(), described, say.added);
    if (!taken) return;
    if (!item) setDraft('');
    onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={item ? say.edit : say.kinds[kind].add}
      closeLabel={say.close}
      keepOpen
      footer={
        <Button kind="primary" type="submit" form={form}>
          {say.save}
        </Button>
      }
    >
      <p>{say.kinds[kind].about}</p>
      <form id={form} onSubmit={(event) => void save(event)}>
        <Stack>
          <TextArea
            label={say.text}
            placeholder={say.kinds[kind].example}
            value={text}
            onChange={setText}
            maxLength={2000}
            required
          />
          {kind !== 'ambition' && kind !== 'agreement' && (
            <DayField label={say.day} hint={say.dayHint} today={today} value={day} onChange={setDay} />
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
