import { currentPeople, type Member, type PeopleState } from './records.ts';

type Named = Pick<Member, 'id' | 'name' | 'leftOn'>;

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;

/**
 * What colleagues call each other on the board: the first name; with a letter of the last name where two in the team
 * share one; the whole name where even that is not enough.
 */
export function callName(members: readonly Named[], member: Named): string {
  const first = firstWord(member.name);
  const sharing = (called: (name: string) => string) =>
    members.some(
      (other) =>
        other.id !== member.id &&
        other.leftOn === null &&
        called(other.name).toLocaleLowerCase() === called(member.name).toLocaleLowerCase(),
    );
  if (!sharing(firstWord) || first === member.name.trim()) return first;
  const withLetter = (name: string) => `${firstWord(name)} ${lastWord(name).slice(0, 1)}.`;
  return sharing(withLetter) ? member.name : withLetter(member.name);
}

/** The call name of somebody by id; '?' for an id that the team does not know. */
export function callNameOf(state: Pick<PeopleState, 'member'>, memberId: string): string {
  const member = state.member.get(memberId);
  return member ? callName(state.member.all(), member) : '?';
}

/** Everybody who can be named now, the team before its guests, with their call name: for lists to choose from. */
export function namedPeople(
  state: Pick<PeopleState, 'member'>,
): { readonly id: string; readonly name: string }[] {
  const people = currentPeople(state);
  return people.map((member) => ({ id: member.id, name: callName(people, member) }));
}
