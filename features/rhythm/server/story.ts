import { type Cast, startsAt } from '#features/people/server/demonstration';
import type { rhythmPart } from '#features/rhythm/domain';
import type { Said } from '#packages/feature';
import { type Scene, type Story, scenesOf } from '#packages/feature/story';
import { newId, weekday } from '#packages/kernel';

const { scene } = scenesOf<typeof rhythmPart, Cast>();

type Begin = {
  readonly board: keyof typeof startsAt;
  readonly by: Cast['person'];
  readonly weeksAgo: number;
  readonly time: string;
  readonly place: Said;
  /** In weeks ago; each under the name by which goals call it. */
  readonly periods: readonly {
    readonly called: string;
    readonly name?: Said;
    readonly from: number;
    readonly to: number;
  }[];
};

/** A team agrees on its moment and on the stretches of its year. */
const begins = ({ board, by, weeksAgo, time, place, periods }: Begin): Scene =>
  scene({
    board,
    weeksAgo,
    days: -1,
    time,
    tell: async ({ act, say, make, day, monday, sunday }) => {
      await act(by, 'fixedMoment.set', {
        weekday: weekday(day(0)),
        startsAt: startsAt[board],
        minutes: 15,
        place: say(place),
      });
      for (const [index, { called, name, from, to }] of periods.entries())
        await act(by, 'period.add', {
          id: make(called),
          number: index + 1,
          name: name ? say(name) : null,
          firstDay: monday(from),
          lastDay: sunday(to),
        });
    },
  });

const everybody = { nl: 'iedereen', en: 'everyone' };

export const story: Story = [
  begins({
    board: 'upper',
    by: 'yasmin',
    weeksAgo: 10,
    time: '15:30',
    place: { nl: 'Teamkamer', en: 'Staff room' },
    periods: [
      { called: 'upper first period', from: 9, to: 3 },
      { called: 'upper second period', from: 2, to: -4 },
    ],
  }),
  begins({
    board: 'lower',
    by: 'anneke',
    weeksAgo: 9,
    time: '12:15',
    place: { nl: 'Lokaal groep 3', en: 'Year 1 classroom' },
    periods: [{ called: 'lower period', name: { nl: 'Woordenschat', en: 'Vocabulary' }, from: 5, to: -2 }],
  }),
  begins({
    board: 'lead',
    by: 'marleen',
    weeksAgo: 9,
    time: '16:00',
    place: { nl: 'Kamer van Marleen', en: 'Marian’s office' },
    periods: [{ called: 'lead period', from: 8, to: 0 }],
  }),

  scene({
    board: 'upper',
    weeksAgo: 1,
    days: 1,
    time: '08:40',
    tell: async ({ act, say, who, day }) => {
      const queue = ['yasmin', 'tom', 'sam', 'mehmet', 'noor', 'femke', 'joke', 'lise', 'rachel'] as const;
      await act('yasmin', 'rota.arrange', { queue: queue.map(who) });
      await act('yasmin', 'plannedSession.add', {
        id: newId(),
        day: day(0),
        subject: say({
          nl: 'Feedbackgesprekken en samen een les ontwerpen',
          en: 'Feedback talks, and planning a lesson together',
        }),
        leaderId: null,
        note: '',
      });
      const lines = [
        [10, { nl: 'Feedbackgesprekken', en: 'Feedback talks' }, [], { nl: "in duo's", en: 'in pairs' }],
        [25, { nl: 'Les ontwerpen', en: 'Planning a lesson' }, ['tom', 'lise', 'sam', 'noor'], null],
        [5, { nl: 'Lesbezoeken afspreken', en: 'Arranging lesson visits' }, [], everybody],
      ] as const;
      for (const [minutes, subject, members, together] of lines)
        await act('yasmin', 'programmeItem.add', {
          id: newId(),
          day: day(0),
          minutes,
          subject: say(subject),
          memberIds: members.map(who),
          who: together && say(together),
        });
    },
  }),
  scene({
    board: 'lower',
    weeksAgo: 1,
    days: 1,
    time: '16:10',
    tell: ({ act, say, day }) =>
      act('anneke', 'programmeItem.add', {
        id: newId(),
        day: day(0),
        minutes: 30,
        subject: say({
          nl: 'Prentenboek kiezen en de eerste les samen ontwerpen',
          en: 'Choosing a picture book and planning the first lesson together',
        }),
        memberIds: [],
        who: say(everybody),
      }),
  }),
];
