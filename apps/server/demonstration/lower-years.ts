import { newId } from '#packages/kernel';
import type { TeamStory } from './team-story.ts';

/** Team Onderbouw: a goal that is nearly there, weather for a check-in, and a leader who was away. */
export async function tellLowerYears(story: TeamStory): Promise<void> {
  const [vocabulary, sharing, period] = [newId(), newId(), newId()];

  story.at(9, -1, '12:15');
  await story.do('Anneke', 'fixedMoment.set', {
    weekday: story.weekday,
    startsAt: story.startsAt,
    minutes: 15,
    place: 'Lokaal groep 3',
  });
  await story.do('Anneke', 'period.add', {
    id: period,
    number: 1,
    name: 'Woordenschat',
    firstDay: story.monday(5),
    lastDay: story.sunday(-2),
  });
  await story.do('Anneke', 'board.settings', {
    moodScale: 'weather',
    budgets: [120, 120, 240, 240, 180],
    chime: true,
  });
  await story.do('Fatima', 'inspiration.add', {
    id: newId(),
    kind: 'agreement',
    text: 'We zeggen elk nieuw woord minstens zeven keer, in zeven verschillende zinnen.',
    day: null,
  });

  for (const weeksAgo of [8, 7, 6] as const) {
    await story.session(
      weeksAgo,
      [100, 110, 180, 200, 150],
      [
        undefined,
        () =>
          story.success(
            'Ilse',
            [
              'De kleuters ruimen zingend op.',
              'Vier ouders kwamen voorlezen.',
              'De herfsttafel is door de kinderen zelf gemaakt.',
            ][8 - weeksAgo] ?? 'Fijn!',
          ),
      ],
    );
  }

  story.at(5, 0, '12:00');
  await story.do('Fatima', 'goal.add', {
    id: vocabulary,
    text: 'De kleuters gebruiken nieuwe themawoorden zelf in een zin.',
    pupils: 'groep 1 en 2',
    target: 7,
    weeks: 6,
    startedOn: story.day(5),
    periodId: period,
    ownerId: story.member('Fatima'),
    baseline: { id: newId(), value: 4.5, byMemberId: story.member('Fatima') },
  });
  await story.session(
    5,
    [110, 90, 260, 210, 160],
    [
      undefined,
      () =>
        story.success(
          'Bram',
          'Een kleuter verbeterde mij: “Dat heet een spitsmuis, meester.”',
          null,
          vocabulary,
        ),
    ],
  );
  const wall = await story.action('Wil', {
    text: 'woordmuur maken bij de ingang',
    who: 'Wil',
    due: story.day(4, 3),
    kind: 'team',
    goalId: vocabulary,
  });
  await story.session(
    4,
    [90, 100, 240, 230, 150],
    [undefined, () => story.success('Wil', 'De woordmuur hangt!'), undefined, () => story.tick('Wil', wall)],
  );
  await story.session(
    3,
    [105, 120, 230, 220, 150],
    [undefined, undefined, () => story.measure(null, vocabulary, 1, 6)],
  );
  await story.session(
    2,
    [95, 100, 250, 220, 170],
    [
      undefined,
      () =>
        story.success('Anneke', 'Ilse liet zien hoe je een prentenboek drie keer anders voorleest.', 'Ilse'),
    ],
  );

  story.at(2, 1, '12:20');
  await story.do('Ilse', 'goal.add', {
    id: sharing,
    text: 'De leerlingen van groep 3 en 4 vertellen elkaar hoe ze een woord hebben ontdekt.',
    pupils: 'groep 3 en 4',
    target: 7.5,
    weeks: 5,
    startedOn: story.day(2, 1),
    periodId: period,
    ownerId: story.member('Ilse'),
    baseline: { id: newId(), value: 5, byMemberId: story.member('Ilse') },
  });

  await story.session(
    1,
    [100, 110, 240, 240, 160],
    [
      undefined,
      () =>
        story.success(
          'Fatima',
          'Drie kinderen gebruikten “mopperen” op het plein. Goed gebruikt ook.',
          null,
          vocabulary,
        ),
      () => story.measure(null, vocabulary, 2, 7, 'we zijn er bijna vast'),
      async () => {
        await story.action('Bram', {
          text: 'woordspel voor de kring bedenken',
          who: 'Bram',
          due: story.day(0, 1),
          kind: 'classroom',
          goalId: vocabulary,
        });
        await story.action('Ilse', {
          text: 'vertelduo’s maken in groep 4',
          who: 'Ilse',
          due: story.day(0, 2),
          kind: 'classroom',
          goalId: sharing,
        });
        await story.action('Daan', {
          text: 'prentenboeken bij het nieuwe thema lenen',
          who: 'Daan',
          due: story.day(0, -2),
          kind: 'team',
          goalId: vocabulary,
        });
      },
    ],
  );

  story.at(1, 1, '16:05');
  await story.do('Anneke', 'member.describe', {
    memberId: story.member('Wil'),
    name: 'Wil Jacobs',
    initials: 'WI',
    workDays: [1, 2, 3, 4, 5],
    awayUntil: story.day(-1, 3),
  });
  await story.do('Anneke', 'programmeItem.add', {
    id: newId(),
    day: story.day(0),
    minutes: 30,
    subject: 'Prentenboek kiezen en de eerste les samen ontwerpen',
    memberIds: [],
    who: 'iedereen',
  });
}
