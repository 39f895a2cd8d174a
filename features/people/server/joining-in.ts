import type { Person, PlaceAtBoard, TeamThing } from '#features/people/domain';
import { newId, type Refusal } from '#packages/kernel';
import type { House } from './house.ts';
import { joinTeam } from './joining.ts';
import { actorOfPerson } from './sessions.ts';

/** P17: a place at the board for whoever joins its sessions without being of the team. Whoever is of it stays just that. */
export function joinIn(
  parts: Pick<House, 'database' | 'streams' | 'sessions'>,
  person: Person,
  { schoolId, ofTeamId: teamId }: TeamThing,
): Promise<Refusal | { readonly teamId: string }> {
  return joinTeam(parts, { schoolId, teamId }, person.personId, placeBeside(person, teamId));
}

const placeBeside = ({ grants }: Person, teamId: string): PlaceAtBoard =>
  grants.some(({ role, overId }) => role === 'school-coach' && overId === teamId) ? 'coach' : 'guest';

/** P17: the place is what the role is, and ends with the one that brought somebody there. Call it after a role was taken away. */
export async function leaveWhereNotLetIn(parts: House, personId: string): Promise<void> {
  const { database, streams, sessions, rights, find } = parts;
  const actor = await actorOfPerson(database, personId);
  for (const { schoolId, teamId, memberId, place } of actor.memberships) {
    if (place === 'member') continue;
    const team = await find.team(actor, teamId);
    if (team && rights.can(actor, 'team.join', team)) {
      if (place === 'coach') await joinIn(parts, actor, team);
      continue;
    }
    const message = { id: newId(database.now()), name: 'member.leave', payload: { memberId } };
    const ref = { kind: 'team', id: teamId };
    await streams.run({ ref, school: schoolId, person: null, member: null, message });
  }
  await sessions.personChanged(personId);
}
