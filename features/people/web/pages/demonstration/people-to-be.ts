import type { GroupToBe } from '#features/people/domain';

/** Teachers first: they are whom the product is for; whoever is in no team comes last. */
export const inOrder = (groups: readonly GroupToBe[]): readonly GroupToBe[] => {
  const place = ({ team }: GroupToBe) => (team === null ? 2 : team.kind === 'teachers' ? 0 : 1);
  return [...groups].sort((a, b) => place(a) - place(b));
};
