import { teamAt } from '#features/people/web';
import type { RhythmState } from '#features/rhythm/domain';
import type { Finds } from '#packages/search';
import { rhythmAt } from './addresses.ts';

export const finds: readonly Finds[] = [
  {
    kind: 'rhythm',
    title: { nl: 'Pagina', en: 'Page' },
    of: (_: RhythmState, { team, language }) => [
      {
        id: rhythmAt.to({ team }),
        text: language === 'nl' ? 'Ritme en planning' : 'Rhythm and planning',
        to: rhythmAt.to({ team }),
      },
    ],
  },
  {
    kind: 'programmeItem',
    title: { nl: 'Programma', en: 'Programme' },
    of: ({ programmeItem }: RhythmState, { team }) =>
      programmeItem
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, subject }) => ({ id, text: subject, to: teamAt.to({ team }) })),
  },
];
