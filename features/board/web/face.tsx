import { homeAt, teamAt } from '#features/people/web';
import { page, type WebFace } from '#packages/feature/web';
import { arrangingAt, historyAt, inspirationAt, pastSessionsAt, sessionAt, summaryAt } from './addresses.ts';
import { BoardPage } from './board-page.tsx';
import { DisplayKeeper } from './display/display-keeper.tsx';
import { CheckInPart } from './parts/check-in-part.tsx';
import { InspirationPart } from './parts/inspiration-part.tsx';
import { ParkingPart } from './parts/parking-part.tsx';
import { SuccessesPart } from './parts/successes-part.tsx';

const session = () => import('./session/index.ts');

export const face: WebFace = {
  pages: [
    page({
      at: homeAt,
      for: 'who-is-in',
      place: { door: 'today', tab: { order: 10, title: { nl: 'Vandaag', en: 'Today' } } },
      load: async () => (await import('./home-page.tsx')).HomePage,
    }),
    // What a team opens at 15:45 comes at once, everything else after it.
    page({
      at: teamAt,
      for: 'team',
      place: { door: 'board', tab: { order: 10, title: { nl: 'Bord', en: 'Board' } } },
      Page: BoardPage,
    }),
    page({ at: sessionAt, for: 'team', load: async () => (await session()).SessionPage }),
    page({
      at: pastSessionsAt,
      for: 'team',
      place: { door: 'board', tab: { order: 20, title: { nl: 'Bordsessies', en: 'Board sessions' } } },
      load: async () => (await session()).SessionsPage,
    }),
    page({
      at: summaryAt,
      for: 'team',
      place: { door: 'board' },
      load: async () => (await session()).SummaryPage,
    }),
    page({
      at: inspirationAt,
      for: 'team',
      place: { door: 'board', tab: { order: 30, title: { nl: 'Inspiratie', en: 'Inspiration' } } },
      load: async () => (await import('./inspiration-page.tsx')).InspirationPage,
    }),
    page({
      at: historyAt,
      for: 'team',
      place: { door: 'board' },
      load: async () => (await import('./history/history-page.tsx')).HistoryPage,
    }),
    page({
      at: arrangingAt,
      for: 'team',
      place: { door: 'board' },
      load: async () => (await import('./arranging-page.tsx')).ArrangingPage,
    }),
  ],
  besideTeamPages: [{ order: 10, Card: DisplayKeeper }],
  parts: {
    'check-in': {
      Part: CheckInPart,
      title: { nl: 'Check-in', en: 'Check-in' },
      write: { nl: 'Schrijf erbij', en: 'Write here' },
      share: 1,
      givesWay: { shrink: 0, least: 5 },
      onPhone: 50,
    },
    successes: {
      Part: SuccessesPart,
      title: { nl: 'Successen', en: 'Successes' },
      write: { nl: 'Hang een succes op', en: 'Put up a success' },
      shortcut: 'n',
      share: 1,
      givesWay: { shrink: 3, least: 7 },
      onPhone: 30,
    },
    parking: {
      Part: ParkingPart,
      title: { nl: 'Parkeren', en: 'Parking lot' },
      write: { nl: 'Parkeer iets', en: 'Park something' },
      shortcut: 'p',
      share: 1,
      givesWay: { shrink: 2, least: 4 },
      onPhone: 60,
    },
    inspiration: {
      Part: InspirationPart,
      title: { nl: 'Inspiratie', en: 'Inspiration' },
      write: { nl: 'Schrijf erbij', en: 'Write here' },
      share: 1.25,
      givesWay: { shrink: 4, least: 5 },
      onPhone: 70,
    },
  },
  things: {
    nl: {
      board: 'De inrichting van het bord',
      session: 'De bordsessie',
      checkIn: 'De check-in',
      success: 'Een succes',
      parked: 'Parkeren',
      inspiration: 'Inspiratie',
    },
    en: {
      board: 'The arrangement of the board',
      session: 'The board session',
      checkIn: 'The check-in',
      success: 'A success',
      parked: 'The parking lot',
      inspiration: 'Inspiration',
    },
  },
  deeds: async () => (await import('./deeds.ts')).deeds,
  finds: async () => (await import('./finds.ts')).finds,
};
