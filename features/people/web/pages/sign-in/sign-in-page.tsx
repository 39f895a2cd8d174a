import { useState } from 'react';
import { useLocation } from 'wouter';
import { demonstrationContract, signInContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { PlainPage, useAnswer } from '#packages/pages';
import { Banner } from '#packages/ui';
import { homeAt, signInAt } from '../../addresses.ts';
import { CodeStep } from './code-step.tsx';
import { EmailStep, OtherDoors } from './email-step.tsx';
import { messages } from './messages.ts';
import { useCodeAsked } from './use-code-asked.ts';

/**
 * Coming in with a code by mail (rules P7, P8). Shown in the place of whatever page somebody asked for: once they are
 * in, that page comes by itself. Behind its own address there is no such page: then their overview does.
 */
export function SignInPage({ wasPerson = false }: { wasPerson?: boolean }) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const [here, go] = useLocation();
  const [asked, keepAsked] = useCodeAsked('sign-in');
  const [lastEmail, setLastEmail] = useState('');
  const isDemonstration = useAnswer(demonstrationContract.people).answer.is === 'here';

  const askCode = async (email: string) => {
    await call(signInContract.mailCode, { body: { email, language } });
    keepAsked({ email, name: null, at: Date.now() });
  };

  if (asked)
    return (
      <PlainPage key="code" title={say.codeTitle} width="door">
        <CodeStep
          asked={asked}
          isDemonstration={isDemonstration}
          onAskAgain={() => askCode(asked.email)}
          onOtherAddress={() => {
            setLastEmail(asked.email);
            keepAsked(null);
          }}
          onSignedIn={() => {
            keepAsked(null);
            if (here === signInAt.path) go(homeAt.to(), { replace: true });
          }}
        />
      </PlainPage>
    );
  return (
    <PlainPage key="email" title={say.title} intro={<p>{say.intro}</p>} width="door">
      {wasPerson && <Banner announce="polite">{say.signedOutElsewhere}</Banner>}
      <EmailStep firstEmail={lastEmail} onAsk={askCode} />
      <OtherDoors isDemonstration={isDemonstration} />
    </PlainPage>
  );
}
