import { newId } from '#packages/kernel';
import type { TeamStory } from './team-story.ts';

/** The Kernteam: coaches and leader, with a goal about the rhythm of the teams. */
export async function tellLeadTeam(story: TeamStory): Promise<void> {
  const [rhythm, period] = [newId(), newId()];

  story.at(9, -1, '16:00');
  await story.do('Marleen', 'fixedMoment.set', {
    weekday: story.weekday,
    startsAt: story.startsAt,
    minutes: 15,
    place: 'Kamer van Marleen',
  });
  await story.do('Marleen', 'period.add', {
    id: period,
    number: 1,
    name: null,
    firstDay: story.monday(8),
    lastDay: story.sunday(0),
  });
  await story.do('Marleen', 'goal.add', {
    id: rhythm,
    text: 'Alle teams doen elke week hun bordsessie en elke twee weken een lesbezoek.',
    pupils: null,
    target: 8,
    weeks: 8,
    startedOn: story.day(8, -1),
    periodId: period,
    ownerId: story.member('Marleen'),
    baseline: { id: newId(), value: 5, byMemberId: story.member('Marleen') },
  });
  for (const weeksAgo of [8, 7, 6, 5, 4, 3, 2, 1] as const) {
    await story.session(
      weeksAgo,
      [80, 90, 220, 240, 200],
      [
        undefined,
        weeksAgo % 3 === 1
          ? () =>
              story.success(
                'Anneke',
                [
                  'De onderbouw begon zonder mij aan de bordsessie.',
                  'Twee collega’s vroegen zelf om een lesbezoek.',
                  'Pieter maakte ruimte in het rooster.',
                ][Math.floor(weeksAgo / 3)] ?? 'Goed!',
              )
          : undefined,
        weeksAgo === 5
          ? () => story.measure(null, rhythm, 1, 6)
          : weeksAgo === 2
            ? () => story.measure(null, rhythm, 2, 7)
            : undefined,
        weeksAgo === 1
          ? async () => {
              await story.action('Pieter', {
                text: 'rooster aanpassen zodat duo’s tegelijk vrij zijn',
                who: 'Pieter',
                due: story.day(0, 2),
                kind: 'team',
                goalId: rhythm,
              });
              await story.action('Marleen', {
                text: 'bij elk team één bordsessie meedoen',
                who: 'Marleen',
                due: story.day(-2),
                kind: 'team',
                goalId: rhythm,
              });
            }
          : undefined,
      ],
    );
  }
  story.at(1, 2, '09:00');
  await story.do('Yasmin', 'parked.add', {
    id: newId(),
    text: 'Hoe bereiden we de verbindingssessie voor?',
    byId: story.member('Yasmin'),
    goalId: rhythm,
    actionId: null,
  });
}
