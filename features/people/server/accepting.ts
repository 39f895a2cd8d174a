import { type Actor, byEmail, type Invitation as InvitationToRead } from '#features/people/domain';
import type { Language } from '#packages/i18n';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { giveGrant, overSchoolOrTeam } from './grants.ts';
import type { House } from './house.ts';
import { personKnownBy, welcome } from './identities.ts';
import type { Purpose } from './invitations.ts';
import { isoIn } from './iso-in.ts';
import { joinTeam } from './joining.ts';
import { present } from './present.ts';
import { hashOfToken } from './secrets.ts';

type Invitation = Purpose & {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly invitedBy: string;
  /** Who has this address now, if anybody. */
  readonly personId: string | null;
};

/** The open invitation behind a link, for whoever holds the link. Refuses 'people.invitation-over'. */
async function findInvitation(
  { database }: Pick<House, 'database'>,
  token: string,
): Promise<Invitation | Refusal> {
  const hash = hashOfToken('invitation', token);
  return database.within({ scope: 'sign-in' }, async (sql) => {
    await present(sql, hash);
    const [found] = await sql<Omit<Invitation, 'personId'>[]>`
      select id, school_id as "schoolId", team_id as "teamId", role, email, name, invited_by_name as "invitedBy"
      from invitation
      where token_hash = ${hash} and accepted_at is null and withdrawn_at is null and expires_at > ${isoIn(database.now(), 0)}`;
    if (!found) return refuse('people.invitation-over');
    const person = await personKnownBy(sql, byEmail(found.email));
    return { ...found, personId: person?.id ?? null };
  });
}

/** What stands on the page behind the link, before anybody decides. */
export async function readInvitation(
  parts: Pick<House, 'database'>,
  token: string,
  actor: Actor | null,
): Promise<Refusal | InvitationToRead> {
  const invitation = await findInvitation(parts, token);
  if (isRefusal(invitation)) return invitation;
  const { schoolId, teamId, role, email, name, invitedBy, personId } = invitation;
  const names = await parts.database.within(
    { scope: 'school', school: schoolId, person: null },
    async (sql) => {
      const [school] = await sql<{ name: string }[]>`select name from school where id = ${schoolId}`;
      const [team] =
        teamId === null ? [] : await sql<{ name: string }[]>`select name from team where id = ${teamId}`;
      return { schoolName: school?.name ?? '', teamName: team?.name ?? null };
    },
  );
  return { ...names, role, email, name, invitedBy, next: nextStep(personId, actor) };
}

/** 'new': give a name and come in; 'accept': one tap; 'sign-in': prove first who you are; 'other': signed in as somebody else. */
function nextStep(personId: string | null, actor: Actor | null): InvitationToRead['next'] {
  if (actor === null) return personId === null ? 'new' : 'sign-in';
  return actor.kind === 'person' && actor.personId === personId ? 'accept' : 'other';
}

export type Accepted = {
  readonly personId: string;
  /** True: just made, and let in on the strength of the link that was mailed to them. */
  readonly isNew: boolean;
  readonly schoolId: string;
  readonly teamId: string | null;
};

/**
 * Accepts an invitation (rule P11). The link makes a new person, since only the address's owner had it; it never opens
 * the account of somebody who is known already: a mail that was forwarded would be enough.
 */
export async function acceptInvitation(
  parts: House,
  given: { token: string; name: string | null; language: Language; actor: Actor | null },
): Promise<Accepted | Refusal> {
  const { database } = parts;
  const invitation = await findInvitation(parts, given.token);
  if (isRefusal(invitation)) return invitation;
  const step = nextStep(invitation.personId, given.actor);
  if (step === 'other') return refuse('people.invitation-for-other');
  if (step === 'sign-in') return refuse('people.invitation-sign-in');
  const name = given.name ?? invitation.name;
  if (step === 'new' && name === null) return refuse('invalid', { field: 'name', code: 'required' });

  const { schoolId, teamId, id } = invitation;
  if (!(await claim(parts, invitation))) return refuse('people.invitation-over');
  const { email, personId: known } = invitation;
  const { id: personId, isNew } =
    known === null
      ? await database.within({ scope: 'sign-in' }, (sql) =>
          welcome(sql, byEmail(email), { name: name ?? '', language: given.language, email }, database.now()),
        )
      : { id: known, isNew: false };
  // Whoever came in by this address since the link was read is known by now.
  const isSomebodys = known === null && !isNew;
  const outcome = isSomebodys
    ? refuse('people.invitation-sign-in')
    : invitation.role === null
      ? await takePlace(parts, invitation, personId)
      : await takeRole(parts, invitation, personId);
  if (isRefusal(outcome)) {
    await database.within(
      { scope: 'school', school: schoolId, person: null },
      (sql) => sql`update invitation set accepted_at = null where id = ${id}`,
    );
    return outcome;
  }
  return { personId, isNew, schoolId, teamId };
}

/** Only one of two who come at the same moment gets it. */
async function claim({ database }: Pick<House, 'database'>, { id, schoolId }: Invitation): Promise<boolean> {
  const at = isoIn(database.now(), 0);
  const claimed = await database.within(
    { scope: 'school', school: schoolId, person: null },
    (sql) => sql`
      update invitation set accepted_at = ${at}
      where id = ${id} and accepted_at is null and withdrawn_at is null and expires_at > ${at}`,
  );
  return claimed.count > 0;
}

async function takePlace(
  parts: House,
  { schoolId, teamId }: Invitation,
  personId: string,
): Promise<Refusal | object> {
  return teamId === null ? refuse('people.team-gone') : joinTeam(parts, { schoolId, teamId }, personId);
}

async function takeRole(
  parts: House,
  { schoolId, teamId, role }: Invitation,
  personId: string,
): Promise<Refusal | object> {
  if (role === null) return refuse('people.invitation-over');
  const { database } = parts;
  await database.within({ scope: 'school', school: schoolId, person: null }, (sql) =>
    giveGrant(sql, {
      personId,
      role,
      ...overSchoolOrTeam(schoolId, teamId),
      by: null,
      now: database.now(),
    }),
  );
  await parts.sessions.personChanged(personId);
  return {};
}
