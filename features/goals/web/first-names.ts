import type { Member, PeopleState } from '#features/people/domain';

/** What colleagues call each other: first names; with the start of the last name where two share one. */
export function firstNames(members: readonly Pick<Member, 'id' | 'name'>[]): ReadonlyMap<string, string> {
  const parts = members.map(({ id, name }) => {
    const words = name.trim().split(/\s+/);
    return { id, name, first: words[0] ?? name, last: words.length > 1 ? (words.at(-1) ?? '') : '' };
  });
  const alike = (first: string) => parts.filter((part) => part.first.toLowerCase() === first.toLowerCase());
  return new Map(
    parts.map(({ id, name, first, last }) => {
      const others = alike(first).filter((part) => part.id !== id);
      if (others.length === 0) return [id, first];
      const initial = last.slice(0, 1);
      const isEnough = initial !== '' && others.every((other) => other.last.slice(0, 1) !== initial);
      return [id, isEnough ? `${first} ${initial}` : name];
    }),
  );
}

/** Everybody who is or was in the team; who left is still named beside what they did. */
export const namesInTeam = (state: Pick<PeopleState, 'member'>): ReadonlyMap<string, string> =>
  firstNames(Object.values(state.member));
