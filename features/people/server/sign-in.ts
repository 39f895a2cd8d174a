import { byEmail } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import type { Language } from '#packages/i18n';
import { newId, type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { ensurePersonByEmail, personKnownBy } from './identities.ts';
import { isoIn } from './iso-in.ts';
import { codeMail, unknownAddressMail } from './mails.ts';
import { present } from './present.ts';
import { hashOfToken, isToken, newToken, sameHash, sixDigits } from './secrets.ts';

const CODE_MINUTES = 10;
const MOST_TRIES = 5;
/** Codes that one address can be sent: enough for a bad day, too few to guess or to pester. */
const MOST_CODES_LATELY = 4;
const LATELY_MINUTES = 15;
const MOST_CODES_A_DAY = 12;

type Parts = Pick<House, 'database' | 'outbox' | 'secrets'>;

/** Somebody who comes with a team's join code: they come in under this name, once the address proves to be theirs. */
export type Joining = { readonly schoolId: string; readonly teamId: string; readonly name: string };

/**
 * Mails a code to an address, bound to this browser (rules P7, P8). Whether the address is known cannot be told from
 * the answer, nor from the time that it takes: both ways write one row and one mail.
 *
 * @returns the token for the browser's cookie; refuses 'people.too-many-codes'
 */
export async function askForCode(
  { database, outbox, secrets }: Parts,
  given: { email: string; language: Language; browser: string | undefined; joining: Joining | null },
): Promise<{ browser: string } | Refusal> {
  const { email, joining } = given;
  const browser = isToken(given.browser) ? given.browser : newToken();
  const emailHash = secrets.keyed('email', email);
  const browserHash = hashOfToken('browser', browser);
  const code = sixDigits();
  const at = isoIn(database.now(), 0);
  const expiresAt = isoIn(database.now(), CODE_MINUTES);

  return database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, emailHash);
    // Questions for one address take turns, so that many at once count as many.
    await sql`select pg_advisory_xact_lock(hashtextextended(${emailHash}, 0))`;
    if (await isPestered(sql, emailHash, database.now())) return refuse('people.too-many-codes');

    const person = await personKnownBy(sql, byEmail(email));
    await present(sql, browserHash);
    await sql`
      insert into sign_in_code (id, email_hash, browser_hash, code_hash, made_at, expires_at, joins_school, joins_team, joins_name, joins_language)
      values (${newId(database.now())}, ${emailHash}, ${browserHash}, ${secrets.keyed('sign-in-code', browserHash, emailHash, code)},
              ${at}, ${expiresAt}, ${joining?.schoolId ?? null}, ${joining?.teamId ?? null}, ${joining?.name ?? null},
              ${joining ? given.language : null})`;
    const language = person?.language ?? given.language;
    const mail =
      person || joining
        ? codeMail(email, { name: person?.name ?? joining?.name ?? null, language, code, expiresAt })
        : unknownAddressMail(email, { language, expiresAt });
    await outbox.put(sql, mail);
    return { browser };
  });
}

async function isPestered(sql: Transaction, emailHash: string, now: number): Promise<boolean> {
  const [count] = await sql<{ lately: number; today: number }[]>`
    select count(*) filter (where made_at > ${isoIn(now, -LATELY_MINUTES)})::int as lately, count(*)::int as today
    from sign_in_code where email_hash = ${emailHash} and made_at > ${isoIn(now, -24 * 60)}`;
  return count !== undefined && (count.lately >= MOST_CODES_LATELY || count.today >= MOST_CODES_A_DAY);
}

/** Somebody whose address has been proven. */
export type Proven = { readonly personId: string; readonly joining: Joining | null };

/**
 * Tries a code (rule P8). Every try counts before it is looked at, so that many at once count as many; after five
 * wrong ones the code is void. A right one is used up, with all others that this browser asked for this address.
 *
 * Refuses 'people.other-browser', 'people.code-wrong' and 'people.code-void', for an unknown address just as for a known one.
 */
export async function tryCode(
  { database, secrets }: Parts,
  given: { email: string; code: string; browser: string | undefined },
): Promise<Proven | Refusal> {
  if (!isToken(given.browser)) return refuse('people.other-browser');
  const browserHash = hashOfToken('browser', given.browser);
  const emailHash = secrets.keyed('email', given.email);
  const codeHash = secrets.keyed('sign-in-code', browserHash, emailHash, given.code);
  const at = isoIn(database.now(), 0);

  return database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, browserHash);
    const open = await sql<CodeRow[]>`
      update sign_in_code set tries = tries + 1
      where browser_hash = ${browserHash} and email_hash = ${emailHash}
        and used_at is null and expires_at > ${at} and tries < ${MOST_TRIES}
      returning code_hash as "codeHash", tries, joins_school as "schoolId", joins_team as "teamId",
        joins_name as name, joins_language as language`;
    const right = open.find((row) => sameHash(row.codeHash, codeHash));
    if (!right) return refuseCode(sql, browserHash, emailHash, at, open);

    await sql`
      update sign_in_code set used_at = ${at}
      where browser_hash = ${browserHash} and email_hash = ${emailHash} and used_at is null`;
    const personId = await personFor(sql, given.email, right, database.now());
    if (personId === null) return refuse('people.code-wrong');
    const { schoolId, teamId, name } = right;
    return { personId, joining: schoolId && teamId && name ? { schoolId, teamId, name } : null };
  });
}

type CodeRow = {
  codeHash: string;
  tries: number;
  schoolId: string | null;
  teamId: string | null;
  name: string | null;
  language: Language | null;
};

async function refuseCode(
  sql: Transaction,
  browserHash: string,
  emailHash: string,
  at: string,
  open: readonly CodeRow[],
): Promise<Refusal> {
  if (open.some((row) => row.tries < MOST_TRIES)) return refuse('people.code-wrong');
  const [voided] = await sql`
    select 1 from sign_in_code
    where browser_hash = ${browserHash} and email_hash = ${emailHash}
      and used_at is null and expires_at > ${at} and tries >= ${MOST_TRIES}`;
  return refuse(voided ? 'people.code-void' : 'people.code-wrong');
}

/** The person with this address; somebody who joins with a team code is made now, now that the address is theirs. */
async function personFor(
  sql: Transaction,
  email: string,
  code: CodeRow,
  now: number,
): Promise<string | null> {
  if (code.name !== null)
    return ensurePersonByEmail(sql, { email, name: code.name, language: code.language ?? 'nl' }, now);
  return (await personKnownBy(sql, byEmail(email)))?.id ?? null;
}
