import type { Database } from '#packages/database';
import { keptMails } from '#packages/mail';

export type MailInBox = {
  readonly to: string;
  readonly language: 'nl' | 'en';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** What would have been sent, newest first. */
export const mailbox = (database: Database): Promise<readonly MailInBox[]> =>
  database.within(
    { scope: 'clock' },
    (sql) => sql<MailInBox[]>`select * from (${keptMails(sql)}) as mail order by at desc, id desc`,
  );
