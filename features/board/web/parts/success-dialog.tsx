import { type FormEvent, useId, useState } from 'react';
import type { Success } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, Stack, TextArea } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import { type Links, linked, SuccessLinks } from './success-links.tsx';

export function SuccessDialog({ success, onClose }: { success: Success; onClose: () => void }) {
  const { send } = useBoard();
  const say = useMessages(messages);
  const form = useId();
  const [text, setText] = useState(success.text);
  const { byId, aboutId, goalId } = success;
  const [links, setLinks] = useState<Links>({
    byId: byId ?? '',
    aboutId: aboutId ?? '',
    goalId: goalId ?? '',
  });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const payload = { successId: success.id, text: text.replace(/\s+/g, ' '), ...linked(links) };
    if (await send('success.edit', payload, say.successChanged)) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={say.changeSuccess}
      closeLabel={say.close}
      keepOpen
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button kind="primary" type="submit" form={form}>
            {say.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void save(event)}>
        <Stack>
          <TextArea label={say.text} value={text} onChange={setText} maxLength={280} required />
          <SuccessLinks links={links} onChange={setLinks} />
        </Stack>
      </form>
    </Dialog>
  );
}
