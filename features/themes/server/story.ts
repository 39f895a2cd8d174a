import type { Cast } from '#features/people/server/demonstration';
import type { SchoolInspirationKind, themesPart } from '#features/themes/domain';
import type { Said } from '#packages/feature';
import { type Story, scenesOf } from '#packages/feature/story';
import { newId } from '#packages/kernel';

const { scene } = scenesOf<typeof themesPart, Cast>();

/** At most two themes a year, one after the other. */
const shared: readonly (readonly [SchoolInspirationKind, Said])[] = [
  [
    'ambition',
    {
      nl: 'Elke leerling kan uitleggen wát hij leert en waaróm',
      en: 'Every pupil can explain what they are learning, and why',
    },
  ],
  [
    'story',
    {
      nl: 'Vorig jaar vroeg een leerling uit groep 8: “Juf, waarvoor leren we dit eigenlijk?” De hele klas was benieuwd naar het antwoord. Wij ook. Daar begint ons jaar.',
      en: 'Last year a pupil in Year 6 asked, “Miss, what are we actually learning this for?” The whole class wanted to hear the answer. So did we. That is where our year begins.',
    },
  ],
  [
    'year-board',
    {
      nl: 'Tot de kerst: rekenen met begrip, hardop denken',
      en: 'Until Christmas: maths with understanding, thinking out loud',
    },
  ],
  ['year-board', { nl: 'Na de kerst: begrijpend lezen', en: 'After Christmas: reading comprehension' }],
];

/** What the school wrote down for all its teams on the day on which the year began. */
export const story: Story = [
  scene({
    board: 'school',
    weeksAgo: 11,
    days: 0,
    time: '09:00',
    tell: async ({ act, say }) => {
      for (const [kind, text] of shared)
        await act('marleen', 'schoolInspiration.add', { id: newId(), kind, text: say(text), day: null });
    },
  }),
];
