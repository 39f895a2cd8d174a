import type { Cast } from '#features/people/server/demonstration';
import type { visitsPart } from '#features/visits/domain';
import type { Said } from '#packages/feature';
import { type Scene, type Story, scenesOf } from '#packages/feature/story';

const { scene } = scenesOf<typeof visitsPart, Cast>();

type When = { readonly weeksAgo: number; readonly days: number; readonly time: string };

/** Two people of the upper years agree on a visit; one that took place did so on its day. */
function visit(
  visitor: Cast['person'],
  visited: Cast['person'],
  planned: When,
  takes: When & { readonly endsAt?: string },
  viewingQuestion: Said | null,
): readonly Scene[] {
  const name = `visit of ${visitor} to ${visited}`;
  const plan = scene({
    board: 'upper',
    ...planned,
    tell: ({ act, make, who, day, say }) =>
      act(visitor, 'visitPair.plan', {
        id: make(name),
        visitorId: who(visitor),
        visitedId: who(visited),
        alsoVisitorId: null,
        day: day(takes.weeksAgo, takes.days),
        startsAt: takes.time,
        viewingQuestion: viewingQuestion && say(viewingQuestion),
      }),
  });
  if (takes.endsAt === undefined) return [plan];
  const tookPlace = scene({
    board: 'upper',
    ...takes,
    time: takes.endsAt,
    tell: ({ act, made }) => act(visitor, 'visitPair.tookPlace', { visitPairId: made(name), on: null }),
  });
  return [plan, tookPlace];
}

const earlier = { weeksAgo: 3, days: 1, time: '08:30' };
const lately = { weeksAgo: 1, days: 1, time: '08:50' };
const whoExplains = {
  nl: 'Wie legt het uit: de leerkracht of de leerling?',
  en: 'Who does the explaining: the teacher or the pupil?',
};

export const story: Story = [
  ...visit('tom', 'femke', earlier, { weeksAgo: 2, days: 2, time: '09:00', endsAt: '10:00' }, whoExplains),
  ...visit('joke', 'mehmet', earlier, { weeksAgo: 2, days: 3, time: '11:00', endsAt: '12:00' }, null),
  ...visit('sam', 'noor', lately, { weeksAgo: 0, days: 2, time: '10:15' }, whoExplains),
  ...visit(
    'lise',
    'tom',
    lately,
    { weeksAgo: 0, days: 3, time: '09:30' },
    {
      nl: 'Hoeveel leerlingen denken hardop?',
      en: 'How many pupils think out loud?',
    },
  ),
  // Its day is over: the board asks whether it took place.
  ...visit('mehmet', 'yasmin', lately, { weeksAgo: 0, days: -1, time: '13:15' }, null),
  // The school leader looks along as well, and is at the board now and then.
  ...visit(
    'marleen',
    'joke',
    lately,
    { weeksAgo: -1, days: 2, time: '10:30' },
    {
      nl: 'Wie komt er in deze les aan het woord?',
      en: 'Who gets to speak in this lesson?',
    },
  ),
];
