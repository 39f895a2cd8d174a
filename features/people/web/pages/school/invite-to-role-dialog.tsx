import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import { emailAddress, schoolContract, type TeamOfSchool } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Dialog, Row, Stack, TextField, useToasts } from '#packages/ui';
import { messages as signIn } from '../sign-in/messages.ts';
import { messages } from './messages.ts';
import { type ChosenRole, forServer, isWhole, RoleChoice } from './role-choice.tsx';

export function InviteToRoleDialog({
  schoolId,
  teams,
  again,
  onClose,
}: {
  schoolId: string;
  teams: readonly TeamOfSchool[];
  again: () => Promise<void>;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const { emailWrong } = useMessages(signIn);
  const { close, cancel } = useMessages(pageMessages);
  const toasts = useToasts();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ChosenRole>({ role: 'school-leader', teamId: '' });
  const [isTried, setTried] = useState(false);
  const inviting = useDoing();
  const readEmail = z.safeParse(emailAddress, email);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!readEmail.success || !isWhole(chosen)) return;
    void inviting.act(async () => {
      const { outcomes } = await call(schoolContract.invite, {
        params: { school: schoolId },
        body: { email: readEmail.data, name: name.trim() || null, ...forServer(chosen) },
      });
      await again();
      const isNew = outcomes[0]?.outcome === 'invited';
      toasts.show({ text: isNew ? say.sent(readEmail.data) : say.wasThere(readEmail.data), icon: 'mail' });
      onClose();
    });
  };
  return (
    <Dialog open keepOpen onClose={onClose} title={say.inviteTitle} closeLabel={close}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <TextField
            label={say.email}
            type="email"
            error={isTried && !readEmail.success ? emailWrong : undefined}
            value={email}
            onChange={setEmail}
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField label={say.name} value={name} onChange={setName} maxLength={80} />
          <RoleChoice chosen={chosen} teams={teams} isTried={isTried} onChange={setChosen} />
          <Fault of={inviting.fault} />
          <Row spread>
            <Button kind="quiet" onClick={onClose}>
              {cancel}
            </Button>
            <Button kind="primary" type="submit" busy={inviting.busy}>
              {say.send}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
