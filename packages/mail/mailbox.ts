import type { Transaction } from '#packages/database';

/** In a demonstration nothing is sent: the mails stay in the outbox, and are shown on a page. Only in the scope 'clock'. */
export const keptMails = (sql: Transaction) => sql`
  select id, to_address as to, language, subject, body_text as text, body_html as html, made_at as at
  from outgoing_mail where body_text is not null`;
