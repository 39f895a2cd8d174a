import { byEmail, type OverKind, type Role } from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { giveGrant } from './grants.ts';
import { ensurePersonByEmail, personKnownBy } from './identities.ts';
import { announcePersonChanged } from './sessions.ts';

/** Roles over more than a school (P6), for whoever runs the installation: there is no screen for it. */

export type RoleOver = {
  readonly role: Role;
  readonly over: Exclude<OverKind, 'team' | 'school'>;
  readonly overId: string;
};

/** What is meant by this name; undefined: there is no such thing, or of the regions several. */
export async function idOfNamed(
  database: Database,
  over: RoleOver['over'],
  name: string,
): Promise<string | undefined> {
  const table = { body: 'governing_body', region: 'region', programme: 'programme' }[over];
  return database.within({ scope: 'installation' }, async (sql) => {
    const found = await sql<{ id: string }[]>`select id from ${sql(table)} where name = ${name}`;
    return found.length === 1 ? found[0]?.id : undefined;
  });
}

/** Gives the role to whoever is known by this address; somebody new signs in with a mailed code like everybody. */
export async function giveRoleOver(
  database: Database,
  { role, over, overId }: RoleOver,
  person: { readonly name: string; readonly email: string; readonly language: Language },
): Promise<string> {
  const now = database.now();
  const personId = await database.within({ scope: 'sign-in' }, (sql) =>
    ensurePersonByEmail(sql, person, now),
  );
  await database.within({ scope: 'installation' }, async (sql) => {
    await giveGrant(sql, { personId, role, over, overId, schoolId: null, by: null, now });
    await announcePersonChanged(sql, personId);
  });
  return personId;
}

/** Ends it; what is open in a browser by that role closes at once. False: they had no such role. */
export async function takeRoleOver(
  database: Database,
  { role, over, overId }: RoleOver,
  email: string,
): Promise<boolean> {
  const person = await database.within({ scope: 'sign-in' }, (sql) => personKnownBy(sql, byEmail(email)));
  if (!person) return false;
  return database.within({ scope: 'installation' }, async (sql) => {
    const { count } = await sql`
      delete from scope_grant
      where person_id = ${person.id} and role = ${role} and over_kind = ${over} and over_id = ${overId}`;
    await announcePersonChanged(sql, person.id);
    return count > 0;
  });
}
