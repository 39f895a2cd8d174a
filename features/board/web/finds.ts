import type { BoardState } from '#features/board/domain';
import { teamAt } from '#features/people/web';
import { sayFullDay } from '#packages/i18n';
import type { Finds } from '#packages/search';
import { inspirationAt, pastSessionsAt, summaryAt } from './addresses.ts';
import { boardMessages } from './board-messages.ts';

/** Not the check-in: how somebody came in is for the moment itself (Z4). */
export const finds: readonly Finds[] = [
  {
    kind: 'page',
    title: { nl: 'Pagina', en: 'Page' },
    of: (_: BoardState, { team, language }) => {
      const say = boardMessages[language];
      return [
        { text: say.pastSessions, to: pastSessionsAt.to({ team }) },
        { text: say.inspiration, to: inspirationAt.to({ team }) },
      ].map((one) => ({ ...one, id: one.to }));
    },
  },
  {
    kind: 'success',
    title: { nl: 'Succes', en: 'Success' },
    of: ({ success }: BoardState, { team }) =>
      success
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, text }) => ({ id, text, to: teamAt.to({ team }) })),
  },
  {
    kind: 'parkedTopic',
    title: { nl: 'Geparkeerd', en: 'Parked' },
    of: ({ parkedTopic }: BoardState, { team }) =>
      parkedTopic
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, text }) => ({ id, text, to: teamAt.to({ team }) })),
  },
  {
    kind: 'inspiration',
    title: { nl: 'Inspiratie', en: 'Inspiration' },
    of: ({ inspiration }: BoardState, { team }) =>
      inspiration
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, text }) => ({ id, text, to: inspirationAt.to({ team }) })),
  },
  {
    kind: 'boardSession',
    title: { nl: 'Bordsessie', en: 'Board session' },
    of: ({ boardSession }: BoardState, { team, language }) =>
      boardSession
        .all()
        .filter(({ endedAt }) => endedAt !== null)
        .map(({ id, day }) => ({
          id,
          text: `${language === 'nl' ? 'Bordsessie' : 'Board session'} ${sayFullDay(day, language)}`,
          to: summaryAt.to({ team, session: id }),
        })),
  },
];
