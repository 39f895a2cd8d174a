import { newId } from '#packages/kernel';
import type { TeamStory } from './team-story.ts';

/** Team Bovenbouw: in the third week of its second period, with arithmetic as its theme. */
export async function tellUpperYears(story: TeamStory): Promise<void> {
  const [arithmetic, thinkingAloud, mastered] = [newId(), newId(), newId()];
  const [firstPeriod, secondPeriod] = [newId(), newId()];

  story.at(10, -1, '15:30');
  await story.do('Yasmin', 'fixedMoment.set', {
    weekday: story.weekday,
    startsAt: story.startsAt,
    minutes: 15,
    place: 'Teamkamer',
  });
  await story.do('Yasmin', 'period.add', {
    id: firstPeriod,
    number: 1,
    name: null,
    firstDay: story.monday(9),
    lastDay: story.sunday(3),
  });
  await story.do('Yasmin', 'period.add', {
    id: secondPeriod,
    number: 2,
    name: null,
    firstDay: story.monday(2),
    lastDay: story.sunday(-4),
  });
  for (const text of [
    'We beginnen op tijd en staan bij het bord.',
    'Een les mag mislukken, als we ervan leren.',
  ]) {
    await story.do('Tom', 'inspiration.add', { id: newId(), kind: 'agreement', text, day: null });
  }
  await story.do('Noor', 'inspiration.add', {
    id: newId(),
    kind: 'arena',
    text: '“Als ik het aan iemand mag uitleggen, snap ik het zelf ook beter.” Leerlingen willen vaker zelf vertellen wat ze hebben geleerd.',
    day: story.day(5, 1),
  });

  await story.do('Joke', 'goal.add', {
    id: mastered,
    text: 'De leerlingen van groep 6 kennen de tafels tot en met 10 vlot.',
    pupils: 'groep 6',
    target: 8,
    weeks: 5,
    startedOn: story.day(9),
    periodId: firstPeriod,
    ownerId: story.member('Joke'),
    baseline: { id: newId(), value: 5.5, byMemberId: story.member('Joke') },
  });

  const laminate = await story.action('Femke', {
    text: 'tafelkaarten lamineren',
    who: 'Femke',
    due: story.day(8, 2),
    kind: 'team',
    goalId: mastered,
  });
  const quiz = await story.action('Joke', {
    text: 'elke ochtend vijf minuten tafelquiz',
    who: 'Joke',
    due: story.day(7),
    kind: 'classroom',
    goalId: mastered,
  });

  await story.session(
    8,
    [95, 120, 230, 220, 150],
    [
      undefined,
      () => story.success('Tom', 'Iedereen stond om kwart voor vier bij het bord. Iedereen!'),
      undefined,
      () => story.tick('Femke', laminate),
    ],
  );
  await story.session(
    7,
    [110, 90, 260, 200, 160],
    [
      undefined,
      () =>
        story.success(
          'Joke',
          'De tafelquiz duurt nog maar vier minuten: ze worden echt sneller.',
          null,
          mastered,
        ),
      () => story.measure(null, mastered, 1, 7, 'vooral de tafel van 7 blijft lastig'),
      () => story.tick('Joke', quiz),
    ],
  );
  await story.session(
    6,
    [100, 140, 200, 260, 170],
    [
      undefined,
      () => story.success('Mehmet', 'Ouders gaven me een compliment over de rustige start van de dag.'),
      () => story.measure(null, mastered, 2, 7.5),
    ],
  );

  story.at(5, 0, '14:50');
  await story.do('Sam', 'goal.add', {
    id: arithmetic,
    text: 'De leerlingen van groep 6–8 kunnen aan het eind van de les zelf zeggen welk rekendoel ze hebben gehaald.',
    pupils: 'groep 6, 7 en 8',
    target: 8,
    weeks: 8,
    startedOn: story.day(5),
    periodId: secondPeriod,
    ownerId: story.member('Sam'),
    baseline: { id: newId(), value: 5, byMemberId: null },
  });
  await story.session(
    5,
    [90, 130, 300, 240, 140],
    [
      undefined,
      () => story.success('Noor', 'In de leerlingarena durfde zelfs de stilste leerling iets te zeggen.'),
      async () => {
        await story.measure(null, mastered, 3, 8, 'doel gehaald!');
        await story.do('Joke', 'goal.close', { goalId: mastered, outcome: 'reached', closedOn: null });
      },
    ],
  );

  const cards = await story.action('Noor', {
    text: 'vragenkaart voor de leerlingarena maken',
    who: 'Noor',
    due: story.day(4, 2),
    kind: 'team',
    goalId: arithmetic,
  });
  const modelling = await story.action('Yasmin', {
    text: 'lesdoel in leerlingtaal op het bord zetten',
    who: 'Yasmin',
    due: story.day(4, 3),
    kind: 'classroom',
    goalId: arithmetic,
  });

  await story.session(
    4,
    [105, 110, 240, 260, 180],
    [
      undefined,
      () => story.success('Femke', 'Groep 8 verbeterde mijn lesdoel. En ze hadden gelijk.', null, arithmetic),
      undefined,
      async () => {
        await story.tick('Noor', cards);
        await story.tick('Yasmin', modelling);
      },
    ],
  );

  story.at(3, 0, '15:20');
  await story.do('Lise', 'goal.add', {
    id: thinkingAloud,
    text: 'De leerlingen van groep 5 durven hardop te denken bij een som die ze nog niet kennen.',
    pupils: 'groep 5',
    target: 7,
    weeks: 6,
    startedOn: story.day(3),
    periodId: secondPeriod,
    ownerId: story.member('Lise'),
    baseline: { id: newId(), value: 4, byMemberId: story.member('Lise') },
  });
  await story.session(
    3,
    [120, 125, 250, 230, 150],
    [
      undefined,
      () => story.success('Mehmet', 'Sams exit tickets werken ook bij topografie!', 'Sam', arithmetic),
      () => story.measure(null, arithmetic, 1, 6),
    ],
  );

  const visitQuestion = 'Wie legt het uit: de leerkracht of de leerling?';
  await planVisit(story, 'Tom', 'Femke', story.day(2, 2), '09:00', visitQuestion, true);
  await planVisit(story, 'Joke', 'Mehmet', story.day(2, 3), '11:00', null, true);

  await story.session(
    2,
    [100, 100, 230, 250, 200],
    [
      undefined,
      () => story.success('Yasmin', 'Drie lesbezoeken in één week gelukt.'),
      () => story.measure(null, thinkingAloud, 1, 5, 'in kleine groepjes gaat het al beter'),
      async () => {
        const done = await story.action('Mehmet', {
          text: 'denkstappen laten tekenen in groep 7',
          who: 'Mehmet',
          due: story.day(1, 1),
          kind: 'classroom',
          goalId: arithmetic,
        });
        await story.tick('Mehmet', done);
        await story.action('Tom', {
          text: 'lesdoelkaart uitproberen in 7B',
          who: 'Tom',
          due: story.day(1, 3),
          kind: 'classroom',
          goalId: arithmetic,
        });
      },
    ],
  );

  story.at(2, 3, '10:10');
  await story.do('Yasmin', 'parked.add', {
    id: newId(),
    text: 'Wie regelt de pleinwacht in de toetsweek?',
    byId: story.member('Yasmin'),
    goalId: null,
    actionId: null,
  });

  await story.session(
    1,
    [98, 132, 245, 236, 172],
    [
      undefined,
      async () => {
        await story.success('Lise', 'Groep 7 legde zélf de lesdoelen uit aan de stagiair.', null, arithmetic);
        await story.success('Tom', 'Ik heb voor het eerst echt gewacht na een vraag. Er kwamen zes vingers.');
      },
      () => story.measure(null, arithmetic, 2, 6.5, 'groep 8 zit al op 7'),
      async () => {
        await story.action('Sam', {
          text: 'exit tickets maken bij breuken',
          who: 'Sam',
          due: story.day(0, 3),
          kind: 'classroom',
          goalId: arithmetic,
        });
        await story.action('Lise', {
          text: 'denkstappen hardop voordoen',
          who: 'Lise',
          due: story.day(-1, -1),
          kind: 'classroom',
          goalId: thinkingAloud,
        });
        await story.action('Femke', {
          text: 'maatjes kiezen die samen hardop denken',
          who: 'Femke',
          due: story.day(0, 1),
          kind: 'classroom',
          goalId: thinkingAloud,
        });
        await story.action('Joke', {
          text: 'data van de methodetoets klaarzetten',
          who: 'Joke',
          due: story.day(0, -1),
          kind: 'team',
          goalId: arithmetic,
        });
        await story.action('Noor', {
          text: 'ruimte reserveren voor de verbindingssessie',
          who: 'Noor',
          due: story.day(-2),
          kind: 'team',
          goalId: null,
        });
      },
      () =>
        story.do('Joke', 'parked.add', {
          id: newId(),
          text: 'Rekenhoek in de gang: wie denkt mee?',
          byId: story.member('Joke'),
          goalId: arithmetic,
          actionId: null,
        }),
    ],
  );

  story.at(1, 1, '08:40');
  await story.do('Yasmin', 'rota.arrange', {
    queue: ['Yasmin', 'Tom', 'Sam', 'Mehmet', 'Noor', 'Femke', 'Joke', 'Lise', 'Rachel'].map((name) =>
      story.member(name),
    ),
  });
  await story.do('Yasmin', 'plannedSession.add', {
    id: newId(),
    day: story.day(0),
    subject: 'Feedbackgesprekken en samen een les ontwerpen',
    leaderId: null,
    note: '',
  });
  await story.do('Yasmin', 'programmeItem.add', {
    id: newId(),
    day: story.day(0),
    minutes: 10,
    subject: 'Feedbackgesprekken',
    memberIds: [],
    who: "in duo's",
  });
  await story.do('Yasmin', 'programmeItem.add', {
    id: newId(),
    day: story.day(0),
    minutes: 25,
    subject: 'Les ontwerpen',
    memberIds: ['Tom', 'Lise', 'Sam', 'Noor'].map((name) => story.member(name)),
    who: null,
  });
  await story.do('Yasmin', 'programmeItem.add', {
    id: newId(),
    day: story.day(0),
    minutes: 5,
    subject: 'Lesbezoeken afspreken',
    memberIds: [],
    who: 'iedereen',
  });
  await planVisit(story, 'Sam', 'Noor', story.day(0, 2), '10:15', visitQuestion, false);
  await planVisit(story, 'Lise', 'Tom', story.day(0, 3), '09:30', 'Hoeveel leerlingen denken hardop?', false);
  await planVisit(story, 'Mehmet', 'Yasmin', story.day(0, -1), '13:15', null, false);
  // The school leader looks along as well, and is at the board now and then.
  await planVisit(
    story,
    'Marleen',
    'Joke',
    story.day(-1, 2),
    '10:30',
    'Wie komt er in deze les aan het woord?',
    false,
  );
}

async function planVisit(
  story: TeamStory,
  visitor: string,
  visited: string,
  day: string,
  startsAt: string,
  viewingQuestion: string | null,
  tookPlace: boolean,
): Promise<void> {
  const id = newId();
  await story.do(visitor, 'visitPair.plan', {
    id,
    visitorId: story.member(visitor),
    visitedId: story.member(visited),
    alsoVisitorId: null,
    day,
    startsAt,
    viewingQuestion,
  });
  if (!tookPlace) return;
  story.later(day, startsAt, 60);
  await story.do(visitor, 'visitPair.tookPlace', { visitPairId: id, on: null });
}
