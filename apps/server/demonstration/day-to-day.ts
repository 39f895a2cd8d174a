import { newId } from '#packages/kernel';
import type { TeamStory } from './team-story.ts';

/** The organisational board of team Bovenbouw: what has to be arranged, so that it does not eat the quarter of an hour. */
export async function tellDayToDay(story: TeamStory): Promise<void> {
  story.at(1, 1, '08:20');
  for (const [who, text, days] of [
    ['Tom', 'hulpouders vragen voor het kerstdiner', 1],
    ['Rachel', 'sleutel van het handenarbeidlokaal bijmaken', 2],
    ['Mehmet', 'excursie naar het museum vastleggen', -9],
  ] as const)
    await story.action(who, {
      text,
      who,
      due: story.day(days < 0 ? -1 : 0, days),
      kind: 'team',
      goalId: null,
    });
  await story.success('Joke', 'De pleinwacht liep deze week vanzelf.');
  await story.do('Femke', 'parked.add', {
    id: newId(),
    text: 'Wie neemt de plantjes mee in de vakantie?',
    byId: story.member('Femke'),
    goalId: null,
    actionId: null,
  });
}
