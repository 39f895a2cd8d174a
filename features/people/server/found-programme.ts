import type { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { isoIn } from './iso-in.ts';

/** What lies above schools (method 4), for whoever runs the installation: there is no screen for it. */

/** A governing body by its name, made where there is none yet. */
export function foundGoverningBody(database: Database, name: string): Promise<string> {
  return database.within({ scope: 'installation' }, async (sql) => {
    const [known] = await sql<{ id: string }[]>`select id from governing_body where name = ${name}`;
    if (known) return known.id;
    const id = newId(database.now());
    await sql`insert into governing_body (id, name, made_at) values (${id}, ${name}, ${isoIn(database.now(), 0)})`;
    return id;
  });
}

/** A region of a programme by its name; programme and region are made where there are none yet. */
export function foundRegion(
  database: Database,
  named: { readonly programme: string; readonly region: string },
): Promise<{ readonly programmeId: string; readonly regionId: string }> {
  const at = isoIn(database.now(), 0);
  return database.within({ scope: 'installation' }, async (sql) => {
    const [programme] = await sql<{ id: string }[]>`select id from programme where name = ${named.programme}`;
    const programmeId = programme?.id ?? newId(database.now());
    if (!programme)
      await sql`insert into programme (id, name, made_at) values (${programmeId}, ${named.programme}, ${at})`;
    const [region] = await sql<{ id: string }[]>`
      select id from region where programme_id = ${programmeId} and name = ${named.region}`;
    const regionId = region?.id ?? newId(database.now());
    if (!region)
      await sql`
        insert into region (id, programme_id, name, made_at) values (${regionId}, ${programmeId}, ${named.region}, ${at})`;
    return { programmeId, regionId };
  });
}
