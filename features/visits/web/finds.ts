import { teamAt } from '#features/people/web';
import type { VisitState } from '#features/visits/domain';
import type { Finds } from '#packages/search';

export const finds: readonly Finds[] = [
  {
    kind: 'visitPair',
    title: { nl: 'Lesbezoek', en: 'Lesson visit' },
    of: ({ visitPair, member }: VisitState, { team }) =>
      visitPair
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, visitorId, alsoVisitorId, visitedId, viewingQuestion }) => ({
          id,
          // Who looks, at whom, and at what.
          text: [
            [visitorId, alsoVisitorId, visitedId]
              .flatMap((one) => (one && member.get(one)?.name) ?? [])
              .join(', '),
            viewingQuestion,
          ]
            .filter(Boolean)
            .join(': '),
          to: teamAt.to({ team }),
        })),
  },
];
