import type { SchoolInspirationKind, themeCommands } from '#features/themes/domain';
import { newId } from '#packages/kernel';
import type { Streams } from '#packages/sync/server';
import type { StoryClock } from './team-story.ts';

/** What De Linde wrote down for all its teams, on the day on which the year began. At most two themes a year, one after the other. */
const shared: readonly (readonly [SchoolInspirationKind, string])[] = [
  ['ambition', 'Elke leerling kan uitleggen wát hij leert en waaróm'],
  [
    'story',
    'Vorig jaar vroeg een leerling uit groep 8: “Juf, waarvoor leren we dit eigenlijk?” De hele klas was benieuwd naar het antwoord. Wij ook. Daar begint ons jaar.',
  ],
  ['year-board', 'Tot de kerst: rekenen met begrip, hardop denken'],
  ['year-board', 'Na de kerst: begrijpend lezen'],
];

/** Tells what the school shares, through the same commands that its leader would use. */
export async function tellSchool(
  { streams, clock }: { streams: Streams; clock: StoryClock },
  school: string,
  leader: string,
): Promise<void> {
  const name: keyof typeof themeCommands = 'schoolInspiration.add';
  for (const [kind, text] of shared) {
    const payload = { id: newId(), kind, text, day: null };
    const result = await streams.run({
      ref: { kind: 'school', id: school },
      school,
      person: leader,
      member: null,
      message: { id: newId(clock.now()), name, payload },
    });
    if ('refused' in result)
      throw new Error(`the story of the school was refused: ${JSON.stringify(result)}`);
    clock.pass(7);
  }
}
