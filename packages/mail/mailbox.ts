import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';

export type KeptMail = {
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO moment. */
  readonly at: string;
};

/** In a demonstration nothing is sent: the mails stay in the outbox and are shown on a page, newest first. */
export function mailbox(database: Database, most = 100): Promise<readonly KeptMail[]> {
  return database.within(
    { scope: 'clock' },
    (sql) => sql<KeptMail[]>`
      select id, to_address as to, language, subject, body_text as text, body_html as html, made_at as at
      from outgoing_mail where body_text is not null order by made_at desc, id desc limit ${most}`,
  );
}
