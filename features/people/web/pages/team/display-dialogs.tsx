import { type FormEvent, useState } from 'react';
import { type Display, displayContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Dialog, Row, Stack, TextField, useToasts } from '#packages/ui';
import { messages as pairing } from '../display/messages.ts';
import { messages } from './inviting-messages.ts';

type Props = { teamId: string; display: Display; again: () => Promise<void>; onClose: () => void };

export function RenameDialog({ teamId, display, again, onClose }: Props) {
  const say = useMessages(messages);
  const { nameMissing } = useMessages(pairing);
  const { close, cancel } = useMessages(pageMessages);
  const toasts = useToasts();
  const [name, setName] = useState(display.name);
  const [isTried, setTried] = useState(false);
  const renaming = useDoing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    void renaming.act(async () => {
      await call(displayContract.rename, { params: { team: teamId, display: display.id }, body: { name } });
      await again();
      toasts.show({ text: say.renamed(name.trim()), icon: 'check' });
      onClose();
    });
  };
  return (
    <Dialog open keepOpen onClose={onClose} title={say.renameTitle} closeLabel={close}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <TextField
            label={say.renameField}
            error={isTried && name.trim() === '' ? nameMissing : undefined}
            value={name}
            onChange={setName}
            maxLength={60}
          />
          <Fault of={renaming.fault} />
          <Row spread>
            <Button kind="quiet" onClick={onClose}>
              {cancel}
            </Button>
            <Button kind="primary" type="submit" busy={renaming.busy}>
              {say.save}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

export function UnpairDialog({ teamId, display, again, onClose }: Props) {
  const say = useMessages(messages);
  const { close, cancel } = useMessages(pageMessages);
  const toasts = useToasts();
  const unpairing = useDoing();
  const unpair = () =>
    void unpairing.act(async () => {
      await call(displayContract.unpair, { params: { team: teamId, display: display.id } });
      await again();
      toasts.show({ text: say.unpaired(display.name) });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.unpairTitle(display.name)}
      closeLabel={close}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {cancel}
          </Button>
          <Button kind="danger" busy={unpairing.busy} onClick={unpair}>
            {say.unpair}
          </Button>
        </>
      }
    >
      <p>{say.unpairText}</p>
      <Fault of={unpairing.fault} />
    </Dialog>
  );
}
