import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { comingInContract } from '#features/people/domain';
import { isRefusedWith } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, useAnswer, useWordsOf } from '#packages/pages';
import { LinkButton, Row } from '#packages/ui';
import { homeAt, joinAt } from '../../addresses.ts';
import { words } from '../../words.ts';
import { InvitationSteps } from './invitation-steps.tsx';
import { messages } from './messages.ts';

/** Behind the link in an invitation (rule P11). The token stands behind the #, so that it is in no server's log. */
export function InvitationPage() {
  const say = useMessages(messages);
  const { role: roleWords } = useMessages(words);
  const token = useToken();
  const { answer, again } = useAnswer(
    comingInContract.readInvitation,
    token === null ? null : { body: { token } },
  );

  if (token === null)
    return (
      <PlainPage key="broken" title={say.brokenTitle} intro={<p>{say.brokenText}</p>} width="door">
        <OtherWays />
      </PlainPage>
    );
  if (answer.is === 'asking')
    return (
      <PlainPage key="asking" title={say.invitationTitle} width="door">
        <Moment />
      </PlainPage>
    );
  if (answer.is === 'no') return <NoInvitation error={answer.error} again={again} />;

  const { schoolName, teamName, invitedBy, role } = answer.value;
  const asRole = role && (teamName === null ? roleWords[role] : `${roleWords[role]} (${teamName})`);
  const sentence = asRole
    ? say.invitedToRole(invitedBy, asRole, schoolName)
    : say.invitedToTeam(invitedBy, teamName ?? '', schoolName);
  return (
    <PlainPage
      key="invited"
      title={say.invitationTitle}
      width="door"
      intro={
        <>
          <p>{sentence}</p>
          <p>{say.whatItIs}</p>
        </>
      }
    >
      <InvitationSteps token={token} invitation={answer.value} again={again} />
    </PlainPage>
  );
}

function NoInvitation({ error, again }: { error: unknown; again: () => Promise<void> }) {
  const say = useMessages(messages);
  const wordsOf = useWordsOf();
  if (!isRefusedWith(error, 'people.invitation-over', 'invalid'))
    return (
      <PlainPage key="no" title={say.invitationTitle} width="door">
        <Fault of={error} again={() => void again()} />
      </PlainPage>
    );
  return (
    <PlainPage key="over" title={say.over} intro={<p>{wordsOf(error)}</p>} width="door">
      <OtherWays />
    </PlainPage>
  );
}

function OtherWays() {
  const say = useMessages(messages);
  return (
    <Row>
      <Link href={homeAt.to()} asChild>
        <LinkButton kind="primary">{say.toSignIn}</LinkButton>
      </Link>
      <Link href={joinAt.to({})} asChild>
        <LinkButton>{say.haveCode}</LinkButton>
      </Link>
    </Row>
  );
}

/** The token of the address; another link may be opened in the same tab. */
function useToken(): string | null {
  const [token, setToken] = useState(tokenInAddress);
  useEffect(() => {
    const changed = () => setToken(tokenInAddress());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return token;
}

function tokenInAddress(): string | null {
  const token = location.hash.slice(1);
  return /^[\w-]{43}$/.test(token) ? token : null;
}
