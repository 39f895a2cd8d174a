import type { Display, JoinCode, MemberOfTeam, teamContract } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import type { AnswerOf } from '#packages/http';
import { openInvitations } from './invitations.ts';
import { isoIn } from './parts.ts';
import { readableCode } from './secrets.ts';

type TeamPeople = AnswerOf<typeof teamContract.people>;

/** Everything on the page "people of this team". Only in a 'school' transaction. */
export async function teamPeople(
  sql: Transaction,
  schoolId: string,
  teamId: string,
  now: number,
): Promise<TeamPeople> {
  const [members, invitations, displays, joinCode] = await Promise.all([
    sql<MemberOfTeam[]>`
      select member.id as "memberId", person_id as "personId", member.name, initials, person.email, joined_on as "joinedOn",
        coalesce((select jsonb_agg(role order by role) from role_grant
          where role_grant.person_id = member.person_id and (role_grant.team_id is null or role_grant.team_id = ${teamId})), '[]') as roles
      from member join person on person.id = member.person_id
      where member.team_id = ${teamId} and left_on is null
      order by joined_on, member.id`,
    openInvitations(sql, teamId, now),
    sql<Display[]>`
      select id, name, paired_at as "pairedAt",
        (select max(last_seen_at) from web_session where display_id = display.id and revoked_at is null) as "lastSeenAt"
      from display where team_id = ${teamId} and unpaired_at is null order by paired_at, id`,
    joinCodeOf(sql, schoolId, teamId, now),
  ]);
  return { members: [...members], invitations, displays: [...displays], joinCode };
}

async function joinCodeOf(
  sql: Transaction,
  schoolId: string,
  teamId: string,
  now: number,
): Promise<JoinCode> {
  const [known] = await sql<JoinCode[]>`
    select code, renewed_at as "renewedAt" from join_code where team_id = ${teamId}`;
  return known ?? renewJoinCode(sql, schoolId, teamId, now);
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
