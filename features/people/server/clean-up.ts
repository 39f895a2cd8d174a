import type { Database } from '#packages/database';

/**
 * Takes away what has had its time: codes and pairings a day after they ran out (until then they count as tries),
 * ended sessions after thirty days, mail that was sent after thirty days. For a job that runs once an hour.
 */
export async function cleanUpPeople(database: Database): Promise<void> {
  await database.within({ scope: 'clock' }, async (sql) => {
    await sql`delete from sign_in_code where expires_at < app_now() - interval '1 day'`;
    await sql`delete from pairing where expires_at < app_now() - interval '1 day'`;
    await sql`delete from web_session where revoked_at < app_now() - interval '30 days'`;
    await sql`delete from outgoing_mail where coalesce(sent_at, given_up_at) < app_now() - interval '30 days'`;
  });
}
