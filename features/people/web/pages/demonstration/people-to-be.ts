import type { SchoolRole, TeamKind } from '#features/people/domain';

/** What GET /demonstration/people answers: everybody whom one can be, by school and team. */
export type PersonToBe = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly SchoolRole[];
};
export type GroupToBe = {
  readonly team: { readonly id: string; readonly name: string; readonly kind: TeamKind } | null;
  readonly people: readonly PersonToBe[];
};
export type SchoolToBe = { readonly name: string; readonly groups: readonly GroupToBe[] };
/** Teachers first: they are whom the product is for; whoever is in no team comes last. */
export const inOrder = (groups: readonly GroupToBe[]): readonly GroupToBe[] => {
  const place = ({ team }: GroupToBe) => (team === null ? 2 : team.kind === 'teachers' ? 0 : 1);
  return [...groups].sort((a, b) => place(a) - place(b));
};

export type PeopleToBe = { readonly schools: readonly SchoolToBe[] };
