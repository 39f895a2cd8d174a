import type { PeopleState } from '#features/people/domain';
import type { Finds } from '#packages/search';
import { teamPeopleAt } from './addresses.ts';

export const finds: readonly Finds[] = [
  {
    kind: 'member',
    title: { nl: 'Van het team', en: 'Of the team' },
    of: ({ member }: PeopleState, { team }) =>
      member
        .all()
        .filter(({ leftOn }) => leftOn === null)
        .map(({ id, name }) => ({ id, text: name, to: teamPeopleAt.to({ team }) })),
  },
];
