import { type FormEvent, useState } from 'react';
import {
  MOST_INVITED_AT_ONCE,
  type OpenInvitation,
  readInvitees,
  teamContract,
} from '#features/people/domain';
import { call } from '#packages/http/client';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, useDoing } from '#packages/pages';
import { Banner, Button, Icon, Stack, TextArea, useToasts } from '#packages/ui';
import { messages } from './inviting-messages.ts';
import styles from './parts.module.css';

/** Names and addresses as they come out of a spreadsheet; shown as understood before anything is sent. */
export function InviteForm({
  teamId,
  invitations,
  memberEmails,
  again,
}: {
  teamId: string;
  invitations: readonly OpenInvitation[];
  /** Who is in the team already, as far as this page knows. */
  memberEmails: readonly string[];
  again: () => Promise<void>;
}) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const toasts = useToasts();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [wereIn, setWereIn] = useState<readonly string[]>([]);
  const sending = useDoing();
  const { invitees, unread } = readInvitees(text);
  const isIn = (email: string) => memberEmails.includes(email);
  const asked = new Set(invitations.map((invitation) => invitation.email));
  const toInvite = invitees.filter(({ email }) => !isIn(email));
  const count = toInvite.length;
  const wrong =
    count > MOST_INVITED_AT_ONCE
      ? say.tooMany(MOST_INVITED_AT_ONCE)
      : isTried && count === 0
        ? say.nothing
        : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (count === 0 || count > MOST_INVITED_AT_ONCE) return;
    void sending.act(async () => {
      const { outcomes } = await call(teamContract.invite, {
        params: { team: teamId },
        body: { people: toInvite },
      });
      const invited = outcomes.filter(({ outcome }) => outcome === 'invited');
      setWereIn(outcomes.filter(({ outcome }) => outcome === 'already-there').map(({ email }) => email));
      // What could not be read stays, to be mended.
      setText(unread.join('\n'));
      setTried(false);
      if (invited.length > 0) toasts.show({ text: say.sent(invited.length), icon: 'mail' });
      await again();
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={3}>
        <TextArea
          label={say.field}
          hint={say.intro}
          error={wrong}
          value={text}
          onChange={(typed) => {
            setText(typed);
            setWereIn([]);
          }}
          placeholder={say.example}
          rows={3}
          spellCheck={false}
        />
        {invitees.length > 0 && (
          <div className={styles.preview}>
            <p role="status" className={styles.name}>
              {say.preview(count)}
            </p>
            <ul>
              {invitees.map(({ email, name }) => (
                <li key={email} className={styles.invitee}>
                  <Icon name={isIn(email) ? 'info' : 'check'} />
                  <span>
                    {name ?? <em className={styles.about}>{say.noName}</em>}{' '}
                    <span className={styles.about}>
                      {email}
                      {isIn(email) ? ` · ${say.alreadyIn}` : asked.has(email) && ` · ${say.alreadyAsked}`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {unread.length > 0 && (
          <Banner tone="warning" title={say.unread(unread.length)}>
            <ul>
              {unread.map((line, index) => (
                <li key={index} className={styles.unread}>
                  {line}
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {wereIn.length > 0 && <Banner announce="polite">{say.wereIn(sayList(wereIn, language))}</Banner>}
        <Fault of={sending.fault} />
        <div>
          <Button type="submit" kind="primary" busy={sending.busy} icon={<Icon name="mail" />}>
            {count > 0 ? say.send(count) : say.sendNone}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
