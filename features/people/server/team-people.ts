import type { Display, JoinCode } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import { isoIn } from './iso-in.ts';
import { readableCode } from './secrets.ts';

/** Who is in the team, with their addresses. Only in a 'school' transaction. */
export const teamPeople = (sql: Transaction, teamId: string) => sql`
  select member.id as "memberId", person_id as "personId", member.name, initials, person.email, joined_on as "joinedOn",
    coalesce((select jsonb_agg(role order by role) from scope_grant
      where scope_grant.person_id = member.person_id and (scope_grant.team_id is null or scope_grant.team_id = ${teamId})), '[]') as roles
  from member join person on person.id = member.person_id
  where member.team_id = ${teamId} and left_on is null and place = 'member'`;

/** The wall screens that show the team's board. */
export const teamDisplays = (sql: Transaction, teamId: string) => sql<Display[]>`
  select id, name, paired_at as "pairedAt",
    (select max(last_seen_at) from web_session where display_id = display.id and revoked_at is null) as "lastSeenAt"
  from display where team_id = ${teamId} and unpaired_at is null order by paired_at, id`;

/** The team's join code; a team that has none yet gets one. */
export async function joinCodeOf(
  sql: Transaction,
  schoolId: string,
  teamId: string,
  now: number,
): Promise<JoinCode> {
  const [known] = await sql<JoinCode[]>`
    select code, renewed_at as "renewedAt" from join_code where team_id = ${teamId}`;
  return known ?? renewJoinCode(sql, schoolId, teamId, now);
}

/**
 * The codes of a team, or of every team of the school, are void (rule P12): somebody who may know them is not to come in by
 * them. The next who asks for one gets a new one. Only in a 'school' transaction.
 */
export async function voidJoinCodes(sql: Transaction, teamId: string | null): Promise<void> {
  await sql`delete from join_code where ${teamId}::uuid is null or team_id = ${teamId}`;
}

/** A new code for a team; the one before is void at once (rule P12). */
export async function renewJoinCode(
  sql: Transaction,
  schoolId: string,
  teamId: string,
  now: number,
): Promise<JoinCode> {
  // 23 letters to the power of 8 is 78 thousand million: two teams with one code is a fault, not a case.
  const [made] = await sql<JoinCode[]>`
    insert into join_code (team_id, school_id, code, renewed_at)
    values (${teamId}, ${schoolId}, ${readableCode(8)}, ${isoIn(now, 0)})
    on conflict (team_id) do update set code = excluded.code, renewed_at = excluded.renewed_at
    returning code, renewed_at as "renewedAt"`;
  if (!made) throw new Error('a join code that was just made cannot be seen');
  return made;
}
