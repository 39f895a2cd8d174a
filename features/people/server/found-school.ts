import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { newId } from '#packages/kernel';
import { giveGrant, overSchoolOrTeam } from './grants.ts';
import { ensurePersonByEmail } from './identities.ts';
import { isoIn } from './iso-in.ts';

/**
 * A new school with its first leader (rule P15), for whoever runs the installation: there is no screen for it.
 * The leader signs in with a mailed code like everybody; until then nobody can be them.
 */
export async function foundSchool(
  database: Database,
  given: {
    name: string;
    sector: 'po' | 'vo' | 'mbo' | 'ho';
    /** As in the government's register: '12AB', and the number of the site. */
    brin?: string;
    site?: number;
    bodyId?: string;
    regionId?: string;
    leader: { name: string; email: string; language: Language };
  },
): Promise<{ schoolId: string; leaderId: string }> {
  const schoolId = newId(database.now());
  const leaderId = await database.within({ scope: 'sign-in' }, (sql) =>
    ensurePersonByEmail(sql, given.leader, database.now()),
  );
  await database.within({ scope: 'school', school: schoolId, person: leaderId }, async (sql) => {
    await sql`
      insert into school (id, name, sector, brin, site, governing_body_id, region_id, made_at)
      values (${schoolId}, ${given.name}, ${given.sector}, ${given.brin ?? null}, ${given.site ?? null},
              ${given.bodyId ?? null}, ${given.regionId ?? null}, ${isoIn(database.now(), 0)})`;
    await giveGrant(sql, {
      personId: leaderId,
      role: 'school-leader',
      ...overSchoolOrTeam(schoolId, null),
      by: null,
      now: database.now(),
    });
  });
  return { schoolId, leaderId };
}
