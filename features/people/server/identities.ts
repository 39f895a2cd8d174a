import { byEmail, type Identity, keyOf } from '#features/people/domain';
import type { Transaction } from '#packages/database';
import type { Language } from '#packages/i18n';
import { newId } from '#packages/kernel';
import { isoIn } from './iso-in.ts';
import { backAtTheDoor, become, present } from './present.ts';

export type Known = { readonly id: string; readonly name: string; readonly language: Language };

/** Whoever is known by this; undefined when nobody is. Only in a 'sign-in' transaction. */
export async function personKnownBy(sql: Transaction, identity: Identity): Promise<Known | undefined> {
  const key = keyOf(identity);
  await present(sql, key);
  const [person] = await sql<Known[]>`
    select person.id, person.name, person.language
    from identity join person on person.id = identity.person_id where identity.key = ${key}`;
  return person;
}

/** How somebody who comes in for the first time is called, and written to. */
export type Newcomer = {
  readonly name: string;
  readonly language: Language;
  /** Null: there is no address to write to. */
  readonly email: string | null;
  readonly isDemonstration?: boolean;
};

/**
 * The person who is known by this, made where nobody is yet (rule P21). Only in a 'sign-in' transaction, by whoever has proven
 * the identity: an answered code, an invitation that was mailed, another site's word.
 */
export async function ensurePerson(
  sql: Transaction,
  identity: Identity,
  newcomer: Newcomer,
  now: number,
): Promise<string> {
  return (await welcome(sql, identity, newcomer, now)).id;
}

/** As `ensurePerson`, for whoever must know whether it was made just now. */
export async function welcome(
  sql: Transaction,
  identity: Identity,
  newcomer: Newcomer,
  now: number,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const known = await personKnownBy(sql, identity);
  if (known) return { id: known.id, isNew: false };
  const id = newId(now);
  const issuer = identity.kind === 'oidc' ? identity.issuer : null;
  await become(sql, id);
  // First the identity: of two who come at the same moment one gets it, and only that one is made.
  const { count } = await sql`
    insert into identity (id, person_id, kind, issuer, subject, made_at)
    values (${newId(now)}, ${id}, ${identity.kind}, ${issuer}, ${identity.subject}, ${isoIn(now, 0)})
    on conflict (key) do nothing`;
  if (count === 1) {
    const { name, language, email, isDemonstration = false } = newcomer;
    await sql`
      insert into person (id, name, email, language, is_demonstration, made_at)
      values (${id}, ${name}, ${email}, ${language}, ${isDemonstration}, ${isoIn(now, 0)})`;
  }
  await backAtTheDoor(sql);
  if (count === 1) return { id, isNew: true };
  const other = await personKnownBy(sql, identity);
  if (!other) throw new Error('somebody else was just made with this identity, and cannot be seen');
  return { id: other.id, isNew: false };
}

/** As `ensurePerson`, for whoever is known by their address and written to at it. */
export const ensurePersonByEmail = (
  sql: Transaction,
  { email, ...newcomer }: Omit<Newcomer, 'email'> & { readonly email: string },
  now: number,
): Promise<string> => ensurePerson(sql, byEmail(email), { ...newcomer, email }, now);
