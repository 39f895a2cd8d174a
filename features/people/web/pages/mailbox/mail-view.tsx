import { useState } from 'react';
import type { KeptMail } from '#features/people/domain';
import { sayMoment } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { CopyButton } from '#packages/pages';
import { Card, ChoiceGroup, Row } from '#packages/ui';
import { codeIn, linkIn } from './kept-mail.ts';
import { LetterBody } from './letter-body.tsx';
import styles from './mailbox.module.css';
import { messages } from './messages.ts';

type Look = 'letter' | 'text';

export function MailView({ mail }: { mail: KeptMail }) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const [look, setLook] = useState<Look>('letter');
  const code = codeIn(mail.text);
  const link = linkIn(mail.text);
  return (
    <Card as="article" aria-labelledby="mail-subject" className={styles.view}>
      <header className={styles.head}>
        <h2 id="mail-subject" lang={mail.language}>
          {mail.subject}
        </h2>
        <p className={styles.about}>
          {say.to(mail.to)} · {sayMoment(Date.parse(mail.at), language)}
        </p>
      </header>
      {(code ?? link) !== null && (
        <Row gap={3}>
          {code !== null && <CopyButton kind="primary" text={code} label={say.copyCode} />}
          {link !== null && <CopyButton text={link} label={say.copyLink} />}
          {link !== null && <span className={styles.about}>{say.linkHint}</span>}
        </Row>
      )}
      <div lang={mail.language} className={styles.body}>
        {look === 'letter' ? <LetterBody html={mail.html} /> : <pre className={styles.text}>{mail.text}</pre>}
      </div>
      <ChoiceGroup
        legend={say.view}
        legendHidden
        value={look}
        choices={(['letter', 'text'] as const).map((value) => ({ value, label: say.views[value] }))}
        onChange={setLook}
      />
    </Card>
  );
}
