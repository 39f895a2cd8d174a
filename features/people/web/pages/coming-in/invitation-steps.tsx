import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import * as z from 'zod/mini';
import {
  comingInContract,
  demonstrationContract,
  type Invitation,
  personName,
  signInContract,
} from '#features/people/domain';
import { call } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, useAnswer, useDoing } from '#packages/pages';
import { Button, Card, Stack, TextField, useToasts } from '#packages/ui';
import { homeAt, teamAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { CodeStep } from '../sign-in/code-step.tsx';
import { useCodeAsked } from '../sign-in/use-code-asked.ts';
import { messages } from './messages.ts';

type Props = { token: string; invitation: Invitation; again: () => Promise<void> };

/** What is to be done with an invitation depends on who holds it. */
export function InvitationSteps(props: Props) {
  const { next } = props.invitation;
  if (next === 'sign-in') return <SignInFirst {...props} />;
  if (next === 'other') return <ForSomebodyElse {...props} />;
  return <Accept {...props} />;
}

function Accept({ token, invitation }: Props) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const { refresh } = useStanding();
  const toasts = useToasts();
  const [, go] = useLocation();
  const accepting = useDoing();
  const isNew = invitation.next === 'new';
  const [name, setName] = useState(invitation.name ?? '');
  const [isTried, setTried] = useState(false);
  const readName = z.safeParse(personName, name);

  const accept = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNew && !readName.success) return;
    void accepting.act(async () => {
      const { teamId } = await call(comingInContract.acceptInvitation, {
        body: { token, name: isNew && readName.success ? readName.data : null, language },
      });
      const me = await refresh();
      toasts.show({ text: say.welcome(invitation.teamName ?? invitation.schoolName), icon: 'check' });
      const team = me?.teams.find(({ id }) => id === teamId);
      go(team ? teamAt.to({ team: team.id }) : homeAt.to(), { replace: true });
    });
  };
  return (
    <Card>
      <form onSubmit={accept} noValidate>
        <Stack gap={4}>
          <p>{say.forAddress(invitation.email)}</p>
          {isNew && (
            <TextField
              label={say.name}
              hint={say.nameHint}
              error={isTried && !readName.success ? say.nameMissing : undefined}
              value={name}
              onChange={setName}
              autoComplete="name"
              maxLength={80}
            />
          )}
          <Fault of={accepting.fault} />
          <Button kind="primary" type="submit" wide busy={accepting.busy}>
            {say.accept}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function SignInFirst({ invitation, again }: Props) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const [asked, keepAsked] = useCodeAsked('invitation');
  const isDemonstration = useAnswer(demonstrationContract.people).answer.is === 'here';
  const asking = useDoing();
  const { email } = invitation;
  const askCode = async () => {
    await call(signInContract.mailCode, { body: { email, language } });
    keepAsked({ email, name: null, at: Date.now() });
  };
  if (asked?.email === email)
    return (
      <CodeStep
        asked={asked}
        isDemonstration={isDemonstration}
        onAskAgain={askCode}
        onOtherAddress={null}
        onSignedIn={() => {
          keepAsked(null);
          void again();
        }}
      />
    );
  return (
    <Card>
      <p>
        {say.forAddress(email)} {say.signInFirst}
      </p>
      <Fault of={asking.fault} />
      <Button kind="primary" wide busy={asking.busy} onClick={() => void asking.act(askCode)}>
        {say.sendCode}
      </Button>
    </Card>
  );
}

function ForSomebodyElse({ invitation, again }: Props) {
  const say = useMessages(messages);
  const { standing, signOut } = useStanding();
  const leaving = useDoing();
  if (standing.is === 'in' && standing.me.actor.kind === 'display')
    return (
      <Card>
        <h2>{say.isDisplay}</h2>
        <p>{say.isDisplayText}</p>
      </Card>
    );
  const leave = () =>
    void leaving.act(async () => {
      await signOut();
      await again();
    });
  return (
    <Card>
      <p>
        {say.forOther(standing.is === 'in' ? standing.me.name : '')} {say.forAddress(invitation.email)}
      </p>
      <Fault of={leaving.fault} />
      <Button kind="primary" wide busy={leaving.busy} onClick={leave}>
        {say.signOut}
      </Button>
    </Card>
  );
}
