import type { ActionKind, goalsPart } from '#features/goals/domain';
import type { Cast } from '#features/people/server/demonstration';
import type { Said } from '#packages/feature';
import { type Scene, type Story, scenesOf, type Telling } from '#packages/feature/story';
import { newId } from '#packages/kernel';
import type { PayloadsOfPart, StateOfPart } from '#packages/sync';

const { scene, inSession } = scenesOf<typeof goalsPart, Cast>();

type It = Telling<StateOfPart<typeof goalsPart>, PayloadsOfPart<typeof goalsPart>, Cast>;
type When = { readonly weeksAgo: number; readonly days: number; readonly time: string };
type Person = Cast['person'];

type NewGoal = {
  readonly called: string;
  readonly by: Person;
  readonly text: Said;
  readonly pupils: Said | null;
  readonly target: number;
  readonly weeks: number;
  /** Weeks ago and days from the session of that week. */
  readonly startedOn: readonly [weeksAgo: number, days: number];
  readonly period: string;
  readonly baseline: number;
  /** Nobody in particular measured where the team stood. */
  readonly measuredByAll?: boolean;
};

const goal = (board: Cast['board'], when: When, given: NewGoal): Scene =>
  scene({
    board,
    ...when,
    tell: async ({ act, say, make, known, who, day }) => {
      const { by, target, weeks, pupils } = given;
      await act(by, 'goal.add', {
        id: make(given.called),
        text: say(given.text),
        pupils: pupils && say(pupils),
        target,
        weeks,
        startedOn: day(...given.startedOn),
        periodId: known(given.period),
        ownerId: who(by),
        baseline: {
          id: newId(),
          value: given.baseline,
          byMemberId: given.measuredByAll ? null : who(by),
        },
      });
    },
  });

/** At the wall, in the step of the goals. */
const measured = (
  board: Cast['board'],
  weeksAgo: number,
  goal: string,
  period: number,
  value: number,
  note?: Said,
): Scene =>
  inSession({
    board,
    weeksAgo,
    step: 3,
    tell: ({ act, made, say }) =>
      act(null, 'goal.measure', {
        id: newId(),
        goalId: made(goal),
        period,
        value,
        measuredOn: null,
        byMemberId: null,
        note: note ? say(note) : null,
      }),
  });

type NewAction = {
  /** Where it is ticked off later. */
  readonly called?: string;
  /** Who takes it. */
  readonly by: Person;
  readonly text: Said;
  readonly due: readonly [weeksAgo: number, days: number];
  readonly kind?: ActionKind;
  readonly goal?: string;
  readonly done?: boolean;
};

/** On a day, or, where none is said, in the step of the actions. */
function taken(
  board: Cast['board'],
  when: When | { readonly weeksAgo: number },
  ...actions: readonly NewAction[]
): Scene {
  const tell = async ({ act, say, who, make, made, day }: It) => {
    for (const { called, by, text, due, kind = 'classroom', goal, done } of actions) {
      const id = called === undefined ? newId() : make(called);
      await act(by, 'action.add', {
        id,
        kind,
        text: say(text),
        ownerId: who(by),
        alsoIds: [],
        goalId: goal === undefined ? null : made(goal),
        due: day(...due),
      });
      if (done) await act(by, 'action.tick', { actionId: id, doneAt: null });
    }
  };
  return 'time' in when ? scene({ board, ...when, tell }) : inSession({ board, ...when, step: 4, tell });
}

const ticked = (board: Cast['board'], weeksAgo: number, by: Person, called: string): Scene =>
  inSession({
    board,
    weeksAgo,
    step: 4,
    tell: ({ act, made }) => act(by, 'action.tick', { actionId: made(called), doneAt: null }),
  });

/** In the third week of its second period, with arithmetic as its theme. */
const upperYears: Story = [
  goal(
    'upper',
    { weeksAgo: 10, days: -1, time: '15:35' },
    {
      called: 'tables',
      by: 'joke',
      text: {
        nl: 'De leerlingen van groep 6 kennen de tafels tot en met 10 vlot.',
        en: 'The pupils in Year 4 know their times tables up to 10 by heart.',
      },
      pupils: { nl: 'groep 6', en: 'Year 4' },
      target: 8,
      weeks: 5,
      startedOn: [9, 0],
      period: 'upper first period',
      baseline: 5.5,
    },
  ),
  taken(
    'upper',
    { weeksAgo: 10, days: -1, time: '15:40' },
    {
      called: 'cards with tables',
      by: 'femke',
      text: { nl: 'tafelkaarten lamineren', en: 'laminate the times-table cards' },
      due: [8, 2],
      kind: 'team',
      goal: 'tables',
    },
    {
      called: 'quiz of tables',
      by: 'joke',
      text: { nl: 'elke ochtend vijf minuten tafelquiz', en: 'five-minute times-table quiz every morning' },
      due: [7, 0],
      goal: 'tables',
    },
  ),
  ticked('upper', 8, 'femke', 'cards with tables'),
  measured('upper', 7, 'tables', 1, 7, {
    nl: 'vooral de tafel van 7 blijft lastig',
    en: 'the 7 times table is still the tricky one',
  }),
  ticked('upper', 7, 'joke', 'quiz of tables'),
  measured('upper', 6, 'tables', 2, 7.5),

  goal(
    'upper',
    { weeksAgo: 5, days: 0, time: '14:50' },
    {
      called: 'arithmetic',
      by: 'sam',
      text: {
        nl: 'De leerlingen van groep 6–8 kunnen aan het eind van de les zelf zeggen welk rekendoel ze hebben gehaald.',
        en: 'By the end of the lesson the pupils in Years 4–6 can say for themselves which maths goal they have reached.',
      },
      pupils: { nl: 'groep 6, 7 en 8', en: 'Years 4, 5 and 6' },
      target: 8,
      weeks: 8,
      startedOn: [5, 0],
      period: 'upper second period',
      baseline: 5,
      measuredByAll: true,
    },
  ),
  measured('upper', 5, 'tables', 3, 8, { nl: 'doel gehaald!', en: 'goal reached!' }),
  inSession({
    board: 'upper',
    weeksAgo: 5,
    step: 3,
    tell: ({ act, made }) =>
      act('joke', 'goal.close', { goalId: made('tables'), outcome: 'reached', closedOn: null }),
  }),
  taken(
    'upper',
    { weeksAgo: 5, days: 0, time: '16:05' },
    {
      called: 'card for the arena',
      by: 'noor',
      text: {
        nl: 'vragenkaart voor de leerlingarena maken',
        en: 'make a question card for the pupil arena',
      },
      due: [4, 2],
      kind: 'team',
      goal: 'arithmetic',
    },
    {
      called: 'lesson goal on the board',
      by: 'yasmin',
      text: {
        nl: 'lesdoel in leerlingtaal op het bord zetten',
        en: 'put the lesson goal on the board in pupils’ own words',
      },
      due: [4, 3],
      goal: 'arithmetic',
    },
  ),
  ticked('upper', 4, 'noor', 'card for the arena'),
  ticked('upper', 4, 'yasmin', 'lesson goal on the board'),

  goal(
    'upper',
    { weeksAgo: 3, days: 0, time: '15:20' },
    {
      called: 'thinking aloud',
      by: 'lise',
      text: {
        nl: 'De leerlingen van groep 5 durven hardop te denken bij een som die ze nog niet kennen.',
        en: 'The pupils in Year 3 dare to think out loud when they meet a kind of sum that is new to them.',
      },
      pupils: { nl: 'groep 5', en: 'Year 3' },
      target: 7,
      weeks: 6,
      startedOn: [3, 0],
      period: 'upper second period',
      baseline: 4,
    },
  ),
  measured('upper', 3, 'arithmetic', 1, 6),
  measured('upper', 2, 'thinking aloud', 1, 5, {
    nl: 'in kleine groepjes gaat het al beter',
    en: 'already going better in small groups',
  }),
  taken(
    'upper',
    { weeksAgo: 2 },
    {
      by: 'mehmet',
      text: { nl: 'denkstappen laten tekenen in groep 7', en: 'have Year 5 draw their thinking steps' },
      due: [1, 1],
      goal: 'arithmetic',
      done: true,
    },
    {
      by: 'tom',
      text: { nl: 'lesdoelkaart uitproberen in 7B', en: 'try out the lesson-goal card in 5B' },
      due: [1, 3],
      goal: 'arithmetic',
    },
  ),

  measured('upper', 1, 'arithmetic', 2, 6.5, {
    nl: 'groep 8 zit al op 7',
    en: 'Year 6 is at 7 already',
  }),
  taken(
    'upper',
    { weeksAgo: 1 },
    {
      by: 'sam',
      text: { nl: 'exit tickets maken bij breuken', en: 'make exit tickets for fractions' },
      due: [0, 3],
      goal: 'arithmetic',
    },
    {
      by: 'lise',
      text: { nl: 'denkstappen hardop voordoen', en: 'model the thinking steps out loud' },
      due: [-1, -1],
      goal: 'thinking aloud',
    },
    {
      by: 'femke',
      text: {
        nl: 'maatjes kiezen die samen hardop denken',
        en: 'choose partners to think out loud together',
      },
      due: [0, 1],
      goal: 'thinking aloud',
    },
    {
      by: 'joke',
      text: {
        nl: 'data van de methodetoets klaarzetten',
        en: 'get the end-of-unit test results ready',
      },
      due: [0, -1],
      kind: 'team',
      goal: 'arithmetic',
    },
    {
      by: 'noor',
      text: {
        nl: 'ruimte reserveren voor de verbindingssessie',
        en: 'book a room for the connection session',
      },
      due: [-2, 0],
      kind: 'team',
    },
  ),
];

/** A goal that is nearly there, and one that has just begun. */
const lowerYears: Story = [
  goal(
    'lower',
    { weeksAgo: 5, days: 0, time: '12:00' },
    {
      called: 'vocabulary',
      by: 'fatima',
      text: {
        nl: 'De kleuters gebruiken nieuwe themawoorden zelf in een zin.',
        en: 'The children in Nursery and Reception use new topic words in sentences of their own.',
      },
      pupils: { nl: 'groep 1 en 2', en: 'Nursery and Reception' },
      target: 7,
      weeks: 6,
      startedOn: [5, 0],
      period: 'lower period',
      baseline: 4.5,
    },
  ),
  taken(
    'lower',
    { weeksAgo: 5, days: 0, time: '12:50' },
    {
      called: 'wall of words',
      by: 'wil',
      text: { nl: 'woordmuur maken bij de ingang', en: 'put up a word wall by the entrance' },
      due: [4, 3],
      kind: 'team',
      goal: 'vocabulary',
    },
  ),
  ticked('lower', 4, 'wil', 'wall of words'),
  measured('lower', 3, 'vocabulary', 1, 6),
  goal(
    'lower',
    { weeksAgo: 2, days: 1, time: '12:20' },
    {
      called: 'discovering words',
      by: 'ilse',
      text: {
        nl: 'De leerlingen van groep 3 en 4 vertellen elkaar hoe ze een woord hebben ontdekt.',
        en: 'The pupils in Years 1 and 2 tell each other how they worked out a new word.',
      },
      pupils: { nl: 'groep 3 en 4', en: 'Years 1 and 2' },
      target: 7.5,
      weeks: 5,
      startedOn: [2, 1],
      period: 'lower period',
      baseline: 5,
    },
  ),
  measured('lower', 1, 'vocabulary', 2, 7, {
    nl: 'we zijn er bijna vast',
    en: 'we are very nearly there',
  }),
  taken(
    'lower',
    { weeksAgo: 1 },
    {
      by: 'bram',
      text: { nl: 'woordspel voor de kring bedenken', en: 'think up a word game for circle time' },
      due: [0, 1],
      goal: 'vocabulary',
    },
    {
      by: 'ilse',
      text: { nl: 'vertelduo’s maken in groep 4', en: 'set up talk partners in Year 2' },
      due: [0, 2],
      goal: 'discovering words',
    },
    {
      by: 'daan',
      text: {
        nl: 'prentenboeken bij het nieuwe thema lenen',
        en: 'borrow picture books for the new topic',
      },
      due: [0, -2],
      kind: 'team',
      goal: 'vocabulary',
    },
  ),
];

/** About the rhythm of the other teams. */
const leadTeam: Story = [
  goal(
    'lead',
    { weeksAgo: 9, days: -1, time: '16:05' },
    {
      called: 'rhythm',
      by: 'marleen',
      text: {
        nl: 'Alle teams doen elke week hun bordsessie en elke twee weken een lesbezoek.',
        en: 'Every team has its board session every week and a lesson visit every two weeks.',
      },
      pupils: null,
      target: 8,
      weeks: 8,
      startedOn: [8, -1],
      period: 'lead period',
      baseline: 5,
    },
  ),
  measured('lead', 5, 'rhythm', 1, 6),
  measured('lead', 2, 'rhythm', 2, 7),
  taken(
    'lead',
    { weeksAgo: 1 },
    {
      by: 'pieter',
      text: {
        nl: 'rooster aanpassen zodat duo’s tegelijk vrij zijn',
        en: 'change the timetable so that pairs are free at the same time',
      },
      due: [0, 2],
      kind: 'team',
      goal: 'rhythm',
    },
    {
      by: 'marleen',
      text: {
        nl: 'bij elk team één bordsessie meedoen',
        en: 'join one board session of every team',
      },
      due: [-2, 0],
      kind: 'team',
      goal: 'rhythm',
    },
  ),
];

/** What has to be arranged, so that it does not eat the quarter of an hour. */
const dayToDay: Story = [
  taken(
    'upperDayToDay',
    { weeksAgo: 1, days: 1, time: '08:20' },
    {
      by: 'tom',
      text: {
        nl: 'hulpouders vragen voor het kerstdiner',
        en: 'ask parents to help at the Christmas lunch',
      },
      due: [0, 1],
      kind: 'team',
    },
    {
      by: 'rachel',
      text: {
        nl: 'sleutel van het handenarbeidlokaal bijmaken',
        en: 'have a spare key cut for the art room',
      },
      due: [0, 2],
      kind: 'team',
    },
    {
      by: 'mehmet',
      text: { nl: 'excursie naar het museum vastleggen', en: 'book the museum trip' },
      due: [-1, -9],
      kind: 'team',
    },
  ),
];

export const story: Story = [...upperYears, ...lowerYears, ...leadTeam, ...dayToDay];
