import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { newId } from '#packages/kernel';
import { isoIn } from './parts.ts';
import { ensurePerson } from './sign-in.ts';

/**
 * A new school with its first leader (rule P15), for whoever runs the installation: there is no screen for it.
 * The leader signs in with a mailed code like everybody; until then nobody can be them.
 */
export async function foundSchool(
  database: Database,
  given: {
    name: string;
    sector: 'po' | 'vo' | 'mbo' | 'ho';
    leader: { name: string; email: string; language: Language };
  },
): Promise<{ schoolId: string; leaderId: string }> {
  const schoolId = newId(database.now());
  const leaderId = await database.within({ scope: 'sign-in' }, (sql) =>
    ensurePerson(sql, given.leader, database.now()),
  );
  await database.within({ scope: 'school', school: schoolId, person: leaderId }, async (sql) => {
    await sql`insert into school (id, name, sector, made_at) values (${schoolId}, ${given.name}, ${given.sector}, ${isoIn(database.now(), 0)})`;
    await sql`
      insert into role_grant (id, school_id, person_id, role, team_id, given_by, given_at)
      values (${newId(database.now())}, ${schoolId}, ${leaderId}, 'school-leader', null, null, ${isoIn(database.now(), 0)})`;
  });
  return { schoolId, leaderId };
}
