import { upcomingVisits, type VisitState } from '#features/visits/domain';
import type { WebFace } from '#packages/feature/web';
import { MyVisits } from './my-visits.tsx';
import { VisitsPart } from './visits-part.tsx';
import { VisitsToday } from './visits-today.tsx';

export const face: WebFace = {
  parts: {
    visits: {
      Part: VisitsPart,
      title: { nl: 'Lesbezoeken', en: 'Lesson visits' },
      write: { nl: 'Spreek een lesbezoek af', en: 'Plan a visit' },
      share: 1.25,
      givesWay: { shrink: 2, least: 5 },
      onPhone: 40,
      asks: [
        {
          rank: 40,
          when: (state: VisitState, { memberId }) =>
            memberId !== null && upcomingVisits(state, memberId).length > 0,
        },
      ],
    },
  },
  todayCards: [{ order: 10, Card: VisitsToday }],
  dayCards: [{ order: 30, Card: MyVisits }],
  things: { nl: { visitPair: 'Een lesbezoek' }, en: { visitPair: 'A lesson visit' } },
  deeds: async () => (await import('./deeds.ts')).deeds,
  finds: async () => (await import('./finds.ts')).finds,
};
