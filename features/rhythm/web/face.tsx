import { nextSession, type RhythmState } from '#features/rhythm/domain';
import { page, type WebFace } from '#packages/feature/web';
import { rhythmAt } from './addresses.ts';
import { ProgrammePart } from './programme-part.tsx';

export const face: WebFace = {
  pages: [
    page({
      at: rhythmAt,
      for: 'team',
      place: { door: 'year', tab: { order: 10, title: { nl: 'Ritme', en: 'Rhythm' } } },
      load: async () => (await import('./planning/rhythm-page.tsx')).RhythmPage,
    }),
  ],
  parts: {
    programme: {
      Part: ProgrammePart,
      title: { nl: 'Programma', en: 'Programme' },
      write: { nl: 'Zet iets op het programma', en: 'Add to the programme' },
      share: 1.35,
      givesWay: { shrink: 0.5, least: 8 },
      onPhone: 20,
      asks: [{ rank: 20, when: (state: RhythmState, { today }) => nextSession(state, today)?.day === today }],
    },
  },
  things: {
    nl: {
      fixedMoment: 'Het vaste moment',
      period: 'Een periode',
      plannedSession: 'De planning',
      programmeItem: 'Het programma',
      rota: 'Wie leidt',
    },
    en: {
      fixedMoment: 'The regular time',
      period: 'A period',
      plannedSession: 'The planning',
      programmeItem: 'The programme',
      rota: 'Who leads',
    },
  },
  deeds: async () => (await import('./deeds.ts')).deeds,
  finds: async () => (await import('./finds.ts')).finds,
};
