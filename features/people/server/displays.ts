import type { displayContract } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import type { AnswerOf } from '#packages/http';
import { newId, type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { isoIn } from './iso-in.ts';
import { present } from './present.ts';
import { hashOfToken, isToken, newToken, readableCode } from './secrets.ts';

const CODE_LETTERS = 6;
const CODE_MINUTES = 10;
/** A wall that lost its answer may ask again for a while. */
const COLLECT_MINUTES = 10;

type Parts = Pick<House, 'database' | 'secrets' | 'sessions'>;
type PairingState = AnswerOf<typeof displayContract.pairing>;

/** The wall asks for a code to show (rule P13). @returns the code, and the token for this browser's cookie */
export async function startPairing(
  { database, secrets }: Parts,
  browser: string | undefined,
): Promise<{ code: string; browser: string; expiresAt: string }> {
  const token = isToken(browser) ? browser : newToken();
  const browserHash = hashOfToken('browser', token);
  const code = readableCode(CODE_LETTERS);
  const expiresAt = isoIn(database.now(), CODE_MINUTES);
  await database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, browserHash);
    await sql`
      insert into pairing (id, browser_hash, code_hash, made_at, expires_at)
      values (${newId(database.now())}, ${browserHash}, ${secrets.keyed('pairing-code', code)}, ${isoIn(database.now(), 0)}, ${expiresAt})`;
  });
  return { code, browser: token, expiresAt };
}

type Pairing = {
  expiresAt: string;
  displayId: string | null;
  schoolId: string | null;
  teamId: string | null;
};

/** The latest pairing of this browser. A page that was loaded anew shows a new code; the one before is forgotten. */
async function pairingOf(sql: Transaction, browserHash: string, since: string): Promise<Pairing | undefined> {
  const [pairing] = await sql<Pairing[]>`
    select expires_at as "expiresAt", display_id as "displayId", school_id as "schoolId", team_id as "teamId"
    from pairing where browser_hash = ${browserHash} and expires_at > ${since} order by made_at desc, id desc limit 1`;
  return pairing;
}

/** How it stands with the code that this wall shows. */
export async function pairingState({ database }: Parts, browser: string | undefined): Promise<PairingState> {
  if (!isToken(browser)) return { state: 'none' };
  const browserHash = hashOfToken('browser', browser);
  const pairing = await database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, browserHash);
    return pairingOf(sql, browserHash, isoIn(database.now(), -COLLECT_MINUTES));
  });
  if (!pairing) return { state: 'none' };
  if (pairing.displayId !== null) return { state: 'paired' };
  return pairing.expiresAt > isoIn(database.now(), 0)
    ? { state: 'waiting', expiresAt: pairing.expiresAt }
    : { state: 'none' };
}

/** Somebody of the team types the code that the wall shows. Twice is once. Refuses 'people.pairing-code-wrong'. */
export async function pairDisplay(
  sql: Transaction,
  { database, secrets }: Parts,
  given: { schoolId: string; teamId: string; by: string; code: string; name: string },
): Promise<Refusal | { readonly displayId: string }> {
  const { schoolId, teamId, by, name } = given;
  const now = isoIn(database.now(), 0);
  const codeHash = secrets.keyed('pairing-code', given.code);
  await present(sql, codeHash);
  const [pairing] = await sql<{ id: string; displayId: string | null; teamId: string | null }[]>`
    select id, display_id as "displayId", team_id as "teamId"
    from pairing where code_hash = ${codeHash} and expires_at > ${now} for update`;
  if (!pairing) return refuse('people.pairing-code-wrong');
  if (pairing.displayId !== null) {
    return pairing.teamId === teamId ? { displayId: pairing.displayId } : refuse('people.pairing-code-wrong');
  }
  const displayId = newId(database.now());
  await sql`
    insert into display (id, school_id, team_id, name, paired_by, paired_at)
    values (${displayId}, ${schoolId}, ${teamId}, ${name}, ${by}, ${now})`;
  await sql`update pairing set display_id = ${displayId}, school_id = ${schoolId}, team_id = ${teamId} where id = ${pairing.id}`;
  return { displayId };
}

/** The wall collects its session: from now on it is that team's board. Refuses 'not-found'. */
export async function collectSession(
  { database, sessions }: Parts,
  given: { browser: string | undefined; userAgent: string },
): Promise<Refusal | { readonly token: string }> {
  if (!isToken(given.browser)) return refuse('not-found');
  const browserHash = hashOfToken('browser', given.browser);
  const pairing = await database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, browserHash);
    return pairingOf(sql, browserHash, isoIn(database.now(), -COLLECT_MINUTES));
  });
  if (!pairing) return refuse('not-found');
  const { displayId, schoolId, teamId } = pairing;
  if (displayId === null || schoolId === null || teamId === null) return refuse('not-found');
  const paired = await database.within(
    { scope: 'school', school: schoolId, person: null },
    (sql) => sql`select 1 from display where id = ${displayId} and unpaired_at is null`,
  );
  if (paired.length === 0) return refuse('not-found');
  // Only one browser is this screen.
  await sessions.revokeDisplay(schoolId, displayId);
  return sessions.open({ displayId, schoolId, teamId }, given.userAgent);
}

/** Gives a screen another name. @returns false when the team has no such screen */
export async function renameDisplay(
  sql: Transaction,
  teamId: string,
  displayId: string,
  name: string,
): Promise<boolean> {
  const done = await sql`
    update display set name = ${name} where id = ${displayId} and team_id = ${teamId} and unpaired_at is null`;
  return done.count > 0;
}

/** Takes a screen from the team; its sessions are still to be ended. @returns false when the team has no such screen */
export async function unpairDisplay(
  sql: Transaction,
  teamId: string,
  displayId: string,
  now: number,
): Promise<boolean> {
  const done = await sql`
    update display set unpaired_at = ${isoIn(now, 0)}
    where id = ${displayId} and team_id = ${teamId} and unpaired_at is null`;
  return done.count > 0;
}
