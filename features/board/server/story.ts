import { boardOf, type boardPart, marksOf, type TeamPayloads, type TeamState } from '#features/board/domain';
import { type Cast, startsAt } from '#features/people/server/demonstration';
import { leaderFor } from '#features/rhythm/domain';
import type { Said } from '#packages/feature';
import { type Scene, type Story, scenesOf, type Telling } from '#packages/feature/story';
import { newId } from '#packages/kernel';

const { scene, inSession } = scenesOf<typeof boardPart, Cast>();

type It = Telling<TeamState, TeamPayloads, Cast>;
type Board = Cast['board'];
type Person = Cast['person'];
/** Spent in each of the five steps. */
type Seconds = readonly [number, number, number, number, number];

/** Best first; from 0. One is not quite like the other, and like last week's. */
const moods = [1, 0, 1, 2, 1, 0, 3];

/** A whole board session; what happens in its steps is told by whoever it is about. */
const session = (board: keyof typeof startsAt, weeksAgo: number, seconds: Seconds): Scene =>
  scene({
    board,
    weeksAgo,
    days: 0,
    time: startsAt[board],
    tell: async ({ act, state, stream, team, day, pass, during }) => {
      const before = await state();
      const leaderId = leaderFor(before, day(weeksAgo))?.memberId ?? team[0];
      if (leaderId === undefined) throw new Error('nobody to lead');
      const sessionId = newId();
      await act(null, 'session.start', { id: sessionId, leaderId });
      const marks = marksOf[boardOf(before, stream.id).moodScale];
      for (const [index, memberId] of team.entries()) {
        const isAbsent = (index + weeksAgo * 3) % 11 === 0;
        if (isAbsent) continue;
        const mark = marks[moods[(index * 2 + weeksAgo) % moods.length] ?? 0] ?? '';
        await act(null, 'checkIn.mark', { id: newId(), sessionId, memberId, mark, remark: null });
      }
      await act(null, 'session.reveal', { sessionId });
      for (const [index, spent] of seconds.entries()) {
        const step = index + 1;
        await during(step);
        pass(Math.max(10, spent - 30));
        if (step < seconds.length) await act(null, 'session.next', { sessionId, from: step });
      }
      await act(null, 'session.close', { sessionId });
    },
  });

const sessions: readonly Scene[] = [
  session('upper', 8, [95, 120, 230, 220, 150]),
  session('upper', 7, [110, 90, 260, 200, 160]),
  session('upper', 6, [100, 140, 200, 260, 170]),
  session('upper', 5, [90, 130, 300, 240, 140]),
  session('upper', 4, [105, 110, 240, 260, 180]),
  session('upper', 3, [120, 125, 250, 230, 150]),
  session('upper', 2, [100, 100, 230, 250, 200]),
  session('upper', 1, [98, 132, 245, 236, 172]),
  session('lower', 8, [100, 110, 180, 200, 150]),
  session('lower', 7, [100, 110, 180, 200, 150]),
  session('lower', 6, [100, 110, 180, 200, 150]),
  session('lower', 5, [110, 90, 260, 210, 160]),
  session('lower', 4, [90, 100, 240, 230, 150]),
  session('lower', 3, [105, 120, 230, 220, 150]),
  session('lower', 2, [95, 100, 250, 220, 170]),
  session('lower', 1, [100, 110, 240, 240, 160]),
  ...[8, 7, 6, 5, 4, 3, 2, 1].map((weeksAgo) => session('lead', weeksAgo, [80, 90, 220, 240, 200])),
];

const celebrate = async (
  { act, say, who, known }: It,
  by: Person,
  text: Said,
  about: { readonly colleague?: Person; readonly goal?: string },
): Promise<void> =>
  act(by, 'success.add', {
    id: newId(),
    text: say(text),
    byId: who(by),
    aboutId: about.colleague === undefined ? null : who(about.colleague),
    goalId: about.goal === undefined ? null : known(about.goal),
  });

const success = (
  board: Board,
  weeksAgo: number,
  by: Person,
  text: Said,
  about: { readonly colleague?: Person; readonly goal?: string } = {},
): Scene => inSession({ board, weeksAgo, step: 2, tell: (it) => celebrate(it, by, text, about) });

const park = ({ act, say, who, known }: It, by: Person, text: Said, goal?: string): Promise<void> =>
  act(by, 'parked.add', {
    id: newId(),
    text: say(text),
    byId: who(by),
    goalId: goal === undefined ? null : known(goal),
    actionId: null,
  });

const upperYears: Story = [
  scene({
    board: 'upper',
    weeksAgo: 10,
    days: -1,
    time: '15:32',
    tell: async ({ act, say }) => {
      for (const text of [
        {
          nl: 'We beginnen op tijd en staan bij het bord.',
          en: 'We start on time, and we stand at the board.',
        },
        {
          nl: 'Een les mag mislukken, als we ervan leren.',
          en: 'A lesson may go wrong, as long as we learn from it.',
        },
      ])
        await act('tom', 'inspiration.add', { id: newId(), kind: 'agreement', text: say(text), day: null });
    },
  }),
  success('upper', 8, 'tom', {
    nl: 'Iedereen stond om kwart voor vier bij het bord. Iedereen!',
    en: 'Everybody was at the board at quarter to four. Everybody!',
  }),
  success(
    'upper',
    7,
    'joke',
    {
      nl: 'De tafelquiz duurt nog maar vier minuten: ze worden echt sneller.',
      en: 'The times-table quiz only takes four minutes now: they really are getting faster.',
    },
    { goal: 'tables' },
  ),
  success('upper', 6, 'mehmet', {
    nl: 'Ouders gaven me een compliment over de rustige start van de dag.',
    en: 'Parents complimented me on how calmly the day starts now.',
  }),
  success('upper', 5, 'noor', {
    nl: 'In de leerlingarena durfde zelfs de stilste leerling iets te zeggen.',
    en: 'In the pupil arena even our quietest pupil spoke up.',
  }),
  scene({
    board: 'upper',
    weeksAgo: 5,
    days: 1,
    time: '15:10',
    tell: ({ act, say, day }) =>
      act('noor', 'inspiration.add', {
        id: newId(),
        kind: 'arena',
        text: say({
          nl: '“Als ik het aan iemand mag uitleggen, snap ik het zelf ook beter.” Leerlingen willen vaker zelf vertellen wat ze hebben geleerd.',
          en: '“When I get to explain it to somebody, I understand it better myself.” Pupils would like more chances to say what they have learned.',
        }),
        day: day(5, 1),
      }),
  }),
  success(
    'upper',
    4,
    'femke',
    {
      nl: 'Groep 8 verbeterde mijn lesdoel. En ze hadden gelijk.',
      en: 'Year 6 improved my lesson goal. And they were right.',
    },
    { goal: 'arithmetic' },
  ),
  success(
    'upper',
    3,
    'mehmet',
    {
      nl: 'Sams exit tickets werken ook bij topografie!',
      en: 'Sam’s exit tickets work for geography too!',
    },
    { colleague: 'sam', goal: 'arithmetic' },
  ),
  success('upper', 2, 'yasmin', {
    nl: 'Drie lesbezoeken in één week gelukt.',
    en: 'Three lesson visits in a single week.',
  }),
  scene({
    board: 'upper',
    weeksAgo: 2,
    days: 3,
    time: '10:10',
    tell: (it) =>
      park(it, 'yasmin', {
        nl: 'Wie regelt de pleinwacht in de toetsweek?',
        en: 'Who sorts out playground duty in test week?',
      }),
  }),
  success(
    'upper',
    1,
    'lise',
    {
      nl: 'Groep 7 legde zélf de lesdoelen uit aan de stagiair.',
      en: 'Year 5 explained the lesson goals to our trainee all by themselves.',
    },
    { goal: 'arithmetic' },
  ),
  success('upper', 1, 'tom', {
    nl: 'Ik heb voor het eerst echt gewacht na een vraag. Er kwamen zes vingers.',
    en: 'For the first time I really waited after a question. Six hands went up.',
  }),
  inSession({
    board: 'upper',
    weeksAgo: 1,
    step: 5,
    tell: (it) =>
      park(
        it,
        'joke',
        {
          nl: 'Rekenhoek in de gang: wie denkt mee?',
          en: 'A maths corner in the corridor: who has ideas?',
        },
        'arithmetic',
      ),
  }),
];

/** Weather for a check-in. */
const lowerYears: Story = [
  scene({
    board: 'lower',
    weeksAgo: 9,
    days: -1,
    time: '12:20',
    tell: async ({ act, say }) => {
      await act('anneke', 'board.settings', {
        moodScale: 'weather',
        budgets: [120, 120, 240, 240, 180],
        chime: true,
      });
      await act('fatima', 'inspiration.add', {
        id: newId(),
        kind: 'agreement',
        text: say({
          nl: 'We zeggen elk nieuw woord minstens zeven keer, in zeven verschillende zinnen.',
          en: 'We say every new word at least seven times, in seven different sentences.',
        }),
        day: null,
      });
    },
  }),
  success('lower', 8, 'ilse', {
    nl: 'De kleuters ruimen zingend op.',
    en: 'Reception now sing while they tidy up.',
  }),
  success('lower', 7, 'ilse', {
    nl: 'Vier ouders kwamen voorlezen.',
    en: 'Four parents came in to read aloud.',
  }),
  success('lower', 6, 'ilse', {
    nl: 'De herfsttafel is door de kinderen zelf gemaakt.',
    en: 'The children made the autumn table all by themselves.',
  }),
  success(
    'lower',
    5,
    'bram',
    {
      nl: 'Een kleuter verbeterde mij: “Dat heet een spitsmuis, meester.”',
      en: 'A four-year-old corrected me: “That’s called a shrew, sir.”',
    },
    { goal: 'vocabulary' },
  ),
  success('lower', 4, 'wil', { nl: 'De woordmuur hangt!', en: 'The word wall is up!' }),
  success(
    'lower',
    2,
    'anneke',
    {
      nl: 'Ilse liet zien hoe je een prentenboek drie keer anders voorleest.',
      en: 'Elsie showed us how to read one picture book in three different ways.',
    },
    { colleague: 'ilse' },
  ),
  success(
    'lower',
    1,
    'fatima',
    {
      nl: 'Drie kinderen gebruikten “mopperen” op het plein. Goed gebruikt ook.',
      en: 'Three children used “grumble” in the playground. And used it well.',
    },
    { goal: 'vocabulary' },
  ),
];

const leadTeam: Story = [
  success('lead', 7, 'anneke', {
    nl: 'Pieter maakte ruimte in het rooster.',
    en: 'Peter made room in the timetable.',
  }),
  success('lead', 4, 'anneke', {
    nl: 'Twee collega’s vroegen zelf om een lesbezoek.',
    en: 'Two colleagues asked for a lesson visit themselves.',
  }),
  success('lead', 1, 'anneke', {
    nl: 'De onderbouw begon zonder mij aan de bordsessie.',
    en: 'The lower years started their board session without me.',
  }),
  scene({
    board: 'lead',
    weeksAgo: 1,
    days: 2,
    time: '09:00',
    tell: (it) =>
      park(
        it,
        'yasmin',
        {
          nl: 'Hoe bereiden we de verbindingssessie voor?',
          en: 'How shall we prepare the connection session?',
        },
        'rhythm',
      ),
  }),
];

const dayToDay: Story = [
  scene({
    board: 'upperDayToDay',
    weeksAgo: 1,
    days: 1,
    time: '08:25',
    tell: async (it) => {
      const byItself = {
        nl: 'De pleinwacht liep deze week vanzelf.',
        en: 'Playground duty ran itself this week.',
      };
      await celebrate(it, 'joke', byItself, {});
      await park(it, 'femke', {
        nl: 'Wie neemt de plantjes mee in de vakantie?',
        en: 'Who takes the plants home for the holidays?',
      });
    },
  }),
];

export const story: Story = [...sessions, ...upperYears, ...lowerYears, ...leadTeam, ...dayToDay];
