import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { demonstrationContract, type KeptMail } from '#features/people/domain';
import { isRefusedWith } from '#packages/http/client';
import { sayMoment } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, Moment, More, PlainPage, useList } from '#packages/pages';
import { EmptyState, LinkButton } from '#packages/ui';
import { demonstrationAt, signInAt } from '../../addresses.ts';
import { MailView } from './mail-view.tsx';
import styles from './mailbox.module.css';
import { messages } from './messages.ts';

const LOOK_EVERY_MS = 3_000;

/** In a demonstration: everything that would have been mailed (rule P14). */
export function MailboxPage() {
  const say = useMessages(messages);
  const mails = useList(demonstrationContract.mail, { query: { limit: 100 } });
  const { answer, again } = mails;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void again();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);

  if (answer.is === 'no' && isRefusedWith(answer.error, 'not-found'))
    return <PlainPage key="none" title={say.notHere} intro={<p>{say.notHereText}</p>} width="door" />;
  return (
    <PlainPage
      key="mailbox"
      title={say.title}
      width="full"
      back={{ href: demonstrationAt.to(), label: say.toDemonstration }}
      intro={<p>{say.intro}</p>}
    >
      {answer.is === 'asking' && <Moment />}
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {answer.is === 'here' && <Mailbox mails={answer.value.items} more={<More of={mails} />} />}
    </PlainPage>
  );
}

function Mailbox({ mails, more }: { mails: readonly KeptMail[]; more: ReactNode }) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const [chosenId, setChosen] = useState<string | null>(null);
  // A mail that comes in does not push away the one that is being read.
  const chosen = mails.find((mail) => mail.id === chosenId) ?? mails[0];
  if (!chosen)
    return (
      <EmptyState
        title={say.empty}
        action={
          <Link href={signInAt.to()} asChild>
            <LinkButton>{say.toSignIn}</LinkButton>
          </Link>
        }
      >
        {say.emptyText}
      </EmptyState>
    );
  return (
    <div className={styles.mailbox}>
      <nav aria-label={say.list} className={styles.listFrame}>
        <ul className={styles.list}>
          {mails.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                className={styles.mail}
                aria-current={mail.id === chosen.id || undefined}
                onClick={() => setChosen(mail.id)}
              >
                <span className={styles.subject}>{mail.subject}</span>
                <span className={styles.about}>{say.to(mail.to)}</span>
                <span className={styles.about}>{sayMoment(Date.parse(mail.at), language)}</span>
              </button>
            </li>
          ))}
        </ul>
        {more}
      </nav>
      <MailView key={chosen.id} mail={chosen} />
    </div>
  );
}
