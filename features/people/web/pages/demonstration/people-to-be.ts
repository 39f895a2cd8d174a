import type { GroupToBe, PersonToBe, SchoolToBe } from '#features/people/domain';
import type { Language } from '#packages/i18n';

/** Teachers first, the largest team before the others: they are whom the product is for. Whoever is in no team comes last. */
export const inOrder = (groups: readonly GroupToBe[]): readonly GroupToBe[] => {
  const place = ({ team }: GroupToBe) => (team === null ? 2 : team.kind === 'teachers' ? 0 : 1);
  return groups.toSorted((a, b) => place(a) - place(b) || b.people.length - a.people.length);
};

/** The school that is told in the visitor's language, then the others. */
export const nearestFirst = (schools: readonly SchoolToBe[], spoken: Language): readonly SchoolToBe[] =>
  schools.toSorted((a, b) => Number(b.language === spoken) - Number(a.language === spoken));

/** For whoever does not want to choose: somebody who sees much, a school coach in a team of teachers. */
export const firstToBe = ({ groups }: SchoolToBe): PersonToBe | undefined =>
  inOrder(groups)
    .filter(({ team }) => team?.kind === 'teachers')
    .flatMap(({ people }) => people)
    .find(({ roles }) => roles.includes('school-coach'));
