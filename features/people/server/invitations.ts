import { byEmail, type InvitationOutcome, type Invitee, type RoleToGive } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import type { Within } from '#packages/http/server';
import type { Language } from '#packages/i18n';
import { newId, type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { personKnownBy } from './identities.ts';
import { isoIn } from './iso-in.ts';
import { invitationMail } from './mails.ts';
import { hashOfToken, newToken } from './secrets.ts';

const VALID_MINUTES = 14 * 24 * 60;
/** Open invitations of one school: many, but nobody's mailing list. */
const MOST_OPEN = 300;
/** The same invitation again within this time is the same request, sent twice. */
const SAME_REQUEST_MINUTES = 1;

/** A place in a team (role null), or a role in the school; a school coach's role names a team. */
export type Purpose = {
  readonly schoolId: string;
  readonly teamId: string | null;
  readonly role: RoleToGive | null;
};

/**
 * Invites people by mail (rule P11). Whoever has an open invitation for the same gets a new link and the old one is
 * void; whoever is in the team already is left alone.
 */
export async function invite(
  parts: Pick<House, 'database' | 'outbox' | 'baseUrl'>,
  within: Within,
  given: { purpose: Purpose; by: string; invitees: readonly Invitee[] },
): Promise<Refusal | { readonly outcomes: readonly InvitationOutcome[] }> {
  const { database, outbox, baseUrl } = parts;
  const { purpose, by } = given;
  const languages = await languagesOf(parts, given.invitees);
  return within(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`invitations ${purpose.schoolId}`}, 0))`;
    const [open] = await sql<{ count: number }[]>`
      select count(*)::int as count from invitation
      where accepted_at is null and withdrawn_at is null and expires_at > ${isoIn(database.now(), 0)}`;
    if ((open?.count ?? 0) + given.invitees.length > MOST_OPEN) return refuse('people.too-many-invitations');
    const [inviter] = await sql<
      { name: string; language: Language }[]
    >`select name, language from person where id = ${by}`;
    const [school] = await sql<{ name: string }[]>`select name from school where id = ${purpose.schoolId}`;
    const [team] =
      purpose.teamId === null
        ? []
        : await sql<
            { name: string }[]
          >`select name from team where id = ${purpose.teamId} and improvement_board_id is null`;
    if (!inviter || !school || (purpose.teamId !== null && !team)) return refuse('not-found');

    const outcomes: InvitationOutcome[] = [];
    for (const { email, name } of given.invitees) {
      if (await isThere(sql, email, purpose)) {
        outcomes.push({ email, outcome: 'already-there' });
        continue;
      }
      outcomes.push({ email, outcome: 'invited' });
      const token = await writeInvitation(sql, {
        purpose,
        by,
        byName: inviter.name,
        email,
        name,
        now: database.now(),
      });
      if (token === null) continue;
      await outbox.put(
        sql,
        invitationMail(email, {
          name,
          language: languages.get(email) ?? inviter.language,
          by: inviter.name,
          team: team?.name ?? null,
          school: school.name,
          // Behind the #, so that it stands in no server's log.
          url: `${baseUrl}/invitation#${token}`,
          expiresAt: isoIn(database.now(), VALID_MINUTES),
        }),
      );
    }
    return { outcomes };
  });
}

/** People who are known already are written to in their own language. */
async function languagesOf(
  { database }: Pick<House, 'database'>,
  invitees: readonly Invitee[],
): Promise<ReadonlyMap<string, Language>> {
  return database.within({ scope: 'sign-in' }, async (sql) => {
    const found = new Map<string, Language>();
    for (const { email } of invitees) {
      const person = await personKnownBy(sql, byEmail(email));
      if (person) found.set(email, person.language);
    }
    return found;
  });
}

async function isThere(sql: Transaction, email: string, { teamId, role }: Purpose): Promise<boolean> {
  const found =
    role === null
      ? await sql`
        select 1 from member join person on person.id = member.person_id
        where person.email = ${email} and member.team_id = ${teamId} and member.left_on is null
          and member.place = 'member'`
      : await sql`
        select 1 from scope_grant join person on person.id = scope_grant.person_id
        where person.email = ${email} and scope_grant.role = ${role} and scope_grant.team_id is not distinct from ${teamId}`;
  return found.length > 0;
}

/** @returns the token for the link, or null when this very invitation was sent a moment ago */
async function writeInvitation(
  sql: Transaction,
  given: { purpose: Purpose; by: string; byName: string; email: string; name: string | null; now: number },
): Promise<string | null> {
  const { purpose, by, byName, email, name, now } = given;
  const [open] = await sql<{ id: string; madeAt: string }[]>`
    select id, made_at as "madeAt" from invitation
    where email = ${email} and team_id is not distinct from ${purpose.teamId} and role is not distinct from ${purpose.role}
      and accepted_at is null and withdrawn_at is null`;
  if (open && open.madeAt > isoIn(now, -SAME_REQUEST_MINUTES)) return null;
  const token = newToken();
  const hash = hashOfToken('invitation', token);
  if (open) {
    await sql`
      update invitation set token_hash = ${hash}, name = coalesce(${name}, name), invited_by = ${by}, invited_by_name = ${byName},
        made_at = ${isoIn(now, 0)}, expires_at = ${isoIn(now, VALID_MINUTES)} where id = ${open.id}`;
  } else {
    await sql`
      insert into invitation (id, school_id, team_id, role, email, name, token_hash, invited_by, invited_by_name, made_at, expires_at)
      values (${newId(now)}, ${purpose.schoolId}, ${purpose.teamId}, ${purpose.role}, ${email}, ${name}, ${hash}, ${by}, ${byName},
              ${isoIn(now, 0)}, ${isoIn(now, VALID_MINUTES)})`;
  }
  return token;
}

/** What is open for a team (places only), or, with null, what is open for roles in the school. */
export const openInvitations = (sql: Transaction, teamId: string | null, now: number) => sql`
  select id, email, name, role, team_id as "teamId", invited_by_name as "invitedBy", made_at as "invitedAt", expires_at as "expiresAt"
  from invitation
  where accepted_at is null and withdrawn_at is null and expires_at > ${isoIn(now, 0)}
    and ${teamId === null ? sql`role is not null` : sql`role is null and team_id = ${teamId}`}`;

/** Withdraws an open invitation; its link is void at once. @returns false when there is no such invitation */
export async function withdraw(
  sql: Transaction,
  id: string,
  teamId: string | null,
  now: number,
): Promise<boolean> {
  const done = await sql`
    update invitation set withdrawn_at = ${isoIn(now, 0)}
    where id = ${id} and accepted_at is null and withdrawn_at is null
      and ${teamId === null ? sql`role is not null` : sql`role is null and team_id = ${teamId}`}`;
  return done.count > 0;
}
