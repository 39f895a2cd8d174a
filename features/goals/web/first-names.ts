import { callName, type Member, type PeopleState } from '#features/people/domain';

/** What colleagues call each other, by id. */
export const firstNames = (
  members: readonly Pick<Member, 'id' | 'name' | 'leftOn'>[],
): ReadonlyMap<string, string> => new Map(members.map((member) => [member.id, callName(members, member)]));

/** Everybody who is or was in the team; who left is still named beside what they did. */
export const namesInTeam = (state: Pick<PeopleState, 'member'>): ReadonlyMap<string, string> =>
  firstNames(state.member.all());
