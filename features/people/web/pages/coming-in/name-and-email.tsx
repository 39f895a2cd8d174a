import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import { emailAddress, personName } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Fault, useDoing } from '#packages/pages';
import { Button, Card, Stack, TextField } from '#packages/ui';
import { messages as signIn } from '../sign-in/messages.ts';
import { messages } from './messages.ts';

/** Who is new here: how they are called and where their code goes. */
export function NameAndEmail({ onGiven }: { onGiven: (name: string, email: string) => Promise<void> }) {
  const say = useMessages(messages);
  const { emailWrong } = useMessages(signIn);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isTried, setTried] = useState(false);
  const giving = useDoing();
  const readName = z.safeParse(personName, name);
  const readEmail = z.safeParse(emailAddress, email);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (readName.success && readEmail.success) void giving.act(() => onGiven(readName.data, readEmail.data));
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <p>{say.aboutYou}</p>
          <TextField
            label={say.name}
            hint={say.nameHint}
            error={isTried && !readName.success ? say.nameMissing : undefined}
            value={name}
            onChange={setName}
            autoComplete="name"
            maxLength={80}
          />
          <TextField
            label={say.email}
            hint={say.emailHint}
            error={isTried && !readEmail.success ? emailWrong : undefined}
            value={email}
            onChange={setEmail}
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Fault of={giving.fault} />
          <Button kind="primary" type="submit" wide busy={giving.busy}>
            {say.sendCode}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
