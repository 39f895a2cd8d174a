import type { Transaction } from '#packages/database';
import type { Language } from '#packages/i18n';
import { newId } from '#packages/kernel';

export type Mail = {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO moment after which the mail is of no use and is not sent any more; null: always of use. */
  readonly expiresAt?: string | null;
};

/** Heard by the sender as soon as the transaction that put a mail in has been committed. */
export const outboxChannel = 'outgoing_mail';

/** Where mail waits. It is put in within the caller's transaction, so that it is sent if and only if the rest happened. */
export class Outbox {
  async put(sql: Transaction, mail: Mail): Promise<void> {
    await sql`
      insert into outgoing_mail (id, to_address, language, subject, body_text, body_html, expires_at)
      values (${newId()}, ${mail.to}, ${mail.language}, ${oneLine(mail.subject)}, ${mail.text}, ${mail.html},
              ${mail.expiresAt ?? null})`;
    await sql`select pg_notify(${outboxChannel}, '')`;
  }
}

/** Names of people and teams end up in subjects; a line break there would begin another header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
