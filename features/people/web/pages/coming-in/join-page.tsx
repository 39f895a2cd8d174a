import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { comingInContract, demonstrationContract, type TeamBehindCode } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, useAnswer, useDoing, useWordsOf } from '#packages/pages';
import { Button, Card, Stack, TextField, useToasts } from '#packages/ui';
import { homeAt, joinAt, teamAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { CodeStep } from '../sign-in/code-step.tsx';
import { useCodeAsked } from '../sign-in/use-code-asked.ts';
import { messages } from './messages.ts';
import { NameAndEmail } from './name-and-email.tsx';

/** Coming into a team with its code (rule P12), by somebody new or somebody who is signed in. */
export function JoinPage({ code = '' }: { code?: string | undefined }) {
  const say = useMessages(messages);
  const { standing } = useStanding();
  const { answer, again } = useAnswer(comingInContract.teamOfCode, code === '' ? null : { params: { code } });

  if (standing.is === 'in' && standing.me.actor.kind === 'display')
    return <PlainPage title={say.isDisplay} intro={<p>{say.isDisplayText}</p>} width="door" />;
  if (code === '' || answer.is === 'no')
    return <EnterTeamCode first={code} error={answer.is === 'no' ? answer.error : null} again={again} />;
  if (answer.is === 'asking')
    return (
      <PlainPage key="asking" title={say.joinTitle} width="door">
        <Moment />
      </PlainPage>
    );
  return standing.is === 'in' ? (
    <JoinAsMyself code={code} place={answer.value} />
  ) : (
    <JoinAsNew code={code} place={answer.value} />
  );
}

function EnterTeamCode({
  first,
  error,
  again,
}: {
  first: string;
  error: unknown;
  again: () => Promise<void>;
}) {
  const say = useMessages(messages);
  const wordsOf = useWordsOf();
  const [typed, setTyped] = useState(first);
  const [isMissing, setMissing] = useState(false);
  const [, go] = useLocation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = typed.replace(/[^a-z0-9]/gi, '').toUpperCase();
    setMissing(code === '');
    if (code === '') return;
    if (code === first.toUpperCase()) void again();
    else go(joinAt.to({ code }));
  };
  const wrong = isMissing
    ? say.teamCodeMissing
    : typed === first && error !== null
      ? wordsOf(error)
      : undefined;
  return (
    <PlainPage key="code" title={say.joinTitle} intro={<p>{say.joinIntro}</p>} width="door">
      <Card>
        <form onSubmit={submit} noValidate>
          <Stack gap={4}>
            <TextField
              label={say.teamCode}
              hint={say.teamCodeHint}
              error={wrong}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <Button kind="primary" type="submit" wide>
              {say.lookUp}
            </Button>
          </Stack>
        </form>
      </Card>
    </PlainPage>
  );
}

function JoinAsMyself({ code, place }: { code: string; place: TeamBehindCode }) {
  const say = useMessages(messages);
  const { standing, refresh } = useStanding();
  const [, go] = useLocation();
  const toasts = useToasts();
  const joining = useDoing();
  const name = standing.is === 'in' ? standing.me.name : '';
  const join = () =>
    void joining.act(async () => {
      const { teamId } = await call(comingInContract.join, { body: { code } });
      await refresh();
      toasts.show({ text: say.welcome(place.teamName), icon: 'check' });
      go(teamAt.to({ team: teamId }));
    });
  return (
    <PlainPage
      key="join"
      title={say.joinTeam(place.teamName)}
      intro={<p>{say.ofSchool(place.schoolName)}</p>}
      width="door"
    >
      <Card>
        <p>
          {say.joinAs(name)} {say.notYou}
        </p>
        <Fault of={joining.fault} />
        <Button kind="primary" wide busy={joining.busy} onClick={join}>
          {say.join}
        </Button>
      </Card>
    </PlainPage>
  );
}

function JoinAsNew({ code, place }: { code: string; place: TeamBehindCode }) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const toasts = useToasts();
  const [asked, keepAsked] = useCodeAsked(`join-${code}`);
  const isDemonstration = useAnswer(demonstrationContract.people).answer.is === 'here';

  const askCode = async (name: string, email: string) => {
    await call(comingInContract.mailCode, { body: { code, name, email, language } });
    keepAsked({ name, email, at: Date.now() });
  };
  return (
    <PlainPage
      key={asked ? 'mailed' : 'new'}
      title={say.joinTeam(place.teamName)}
      intro={<p>{say.ofSchool(place.schoolName)}</p>}
      width="door"
    >
      {asked ? (
        <CodeStep
          asked={asked}
          isDemonstration={isDemonstration}
          onAskAgain={() => askCode(asked.name ?? '', asked.email)}
          onOtherAddress={() => keepAsked(null)}
          onSignedIn={({ joinedTeam }) => {
            keepAsked(null);
            toasts.show({ text: say.welcome(place.teamName), icon: 'check' });
            go(joinedTeam === null ? homeAt.to() : teamAt.to({ team: joinedTeam }));
          }}
        />
      ) : (
        <NameAndEmail onGiven={askCode} />
      )}
    </PlainPage>
  );
}
