import type { Grant } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import { newId } from '#packages/kernel';
import { isoIn } from './iso-in.ts';

/**
 * Gives somebody a role over something (rule P6); having it already is fine. In a 'school' transaction over what lies in that
 * school; over a governing body, a region or the programme in an 'installation' one, which no endpoint has.
 */
export async function giveGrant(
  sql: Transaction,
  given: Grant & { readonly personId: string; readonly by: string | null; readonly now: number },
): Promise<void> {
  const { personId, role, over, overId, schoolId, by, now } = given;
  await sql`
    insert into scope_grant (id, person_id, role, over_kind, over_id, school_id, given_by, given_at)
    values (${newId(now)}, ${personId}, ${role}, ${over}, ${overId}, ${schoolId}, ${by}, ${isoIn(now, 0)})
    on conflict (person_id, role, over_kind, over_id) do nothing`;
}

/** What a role that a school hands out is over: a school coach's is over a team, every other over the school. */
export const overSchoolOrTeam = (
  schoolId: string,
  teamId: string | null,
): Pick<Grant, 'over' | 'overId' | 'schoolId'> =>
  teamId === null
    ? { over: 'school', overId: schoolId, schoolId }
    : { over: 'team', overId: teamId, schoolId };
