import type { Role, RoleToGive } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import { type Refusal, refuse } from '#packages/kernel';
import { giveGrant, overSchoolOrTeam } from './grants.ts';
import { voidJoinCodes } from './team-people.ts';

/** Everybody with a place or a role in the school, with this in their name or address. Only in a 'school' transaction. */
export const schoolPeople = (sql: Transaction, text: string) => sql`
  select person.id as "personId", person.name, person.email,
    coalesce((select jsonb_agg(jsonb_build_object('teamId', team_id, 'memberId', member.id) order by joined_on, member.id)
      from member where member.person_id = person.id and left_on is null and place = 'member'), '[]') as teams,
    coalesce((select jsonb_agg(jsonb_build_object('id', scope_grant.id, 'role', role, 'teamId', team_id) order by given_at, scope_grant.id)
      from scope_grant where scope_grant.person_id = person.id), '[]') as roles
  from person
  where ${belongsHere(sql)} and strpos(lower(person.name || ' ' || coalesce(person.email, '')), lower(${text})) > 0`;

const belongsHere = (sql: Transaction) => sql`
  (exists (select 1 from member where member.person_id = person.id and left_on is null)
    or exists (select 1 from scope_grant where scope_grant.person_id = person.id))`;

/** Gives somebody of the school a role; having it already is fine. */
export async function giveRole(
  sql: Transaction,
  given: {
    schoolId: string;
    personId: string;
    role: RoleToGive;
    teamId: string | null;
    by: string;
    now: number;
  },
): Promise<Refusal | { readonly id: string }> {
  const { schoolId, personId, role, teamId } = given;
  const known = await sql`select 1 from person where id = ${personId} and ${belongsHere(sql)}`;
  // A role is over the team, at all its boards (P19).
  const teamKnown =
    teamId === null ||
    (await sql`select 1 from team where id = ${teamId} and improvement_board_id is null`).length > 0;
  if (known.length === 0 || !teamKnown) return refuse('not-found');
  const over = overSchoolOrTeam(schoolId, teamId);
  await giveGrant(sql, { personId, role, ...over, by: given.by, now: given.now });
  const [grant] = await sql<{ id: string }[]>`
    select id from scope_grant where person_id = ${personId} and role = ${role} and over_id = ${over.overId}`;
  return grant ?? refuse('not-found');
}

/** Takes a role; a school is never left without a leader (rule P6). @returns whose it was */
export async function takeRole(
  sql: Transaction,
  grantId: string,
  /** Whether a role settles who is in a team: whoever had it was shown the team codes (rule P12). */
  settlesTeams: (role: Role) => boolean,
): Promise<Refusal | { readonly personId: string }> {
  // Two leaders who take each other's role at the same moment: the second waits, and is refused.
  const leaders = await sql<
    { id: string }[]
  >`select id from scope_grant where role = 'school-leader' order by id for update`;
  const [grant] = await sql<{ personId: string; role: Role; teamId: string | null }[]>`
    select person_id as "personId", role, team_id as "teamId" from scope_grant where id = ${grantId}`;
  if (!grant) return refuse('not-found');
  if (grant.role === 'school-leader' && leaders.length === 1) return refuse('people.last-leader');
  await sql`delete from scope_grant where id = ${grantId}`;
  if (settlesTeams(grant.role)) await voidJoinCodes(sql, grant.teamId);
  return { personId: grant.personId };
}
