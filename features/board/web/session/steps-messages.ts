import type { Messages } from '#packages/i18n';

const nl = {
  // Successes
  fresh: 'Nieuw sinds de vorige keer',
  noFresh: 'Wat ging er deze week goed?',
  noFreshText: 'Hoe klein ook: vertel het, schrijf het op, en klap.',
  example: 'Voorbeeld',
  ghost: 'Bij de instructie stak bijna iedereen een vinger op.',
  earlier: 'Eerder deze periode',

  // Actions
  overdue: 'Te laat',
  week: 'Deze week',
  goal: (number: number) => `Doel ${number}`,
  loose: 'Verder',
  done: (count: number) =>
    count === 1 ? '1 gedaan sinds de vorige keer' : `${count} gedaan sinds de vorige keer`,
  nothingOpen: 'Alles is gedaan. Wat is er nodig om het doel te halen?',
  actions: 'Acties',

  // Today
  programme: 'Na deze sessie',
  noProgramme: 'Er staat nog niets op het programma. Wat gaan jullie zo doen?',
  addItem: 'Iets op het programma zetten',
  addExample: '25 min les ontwerpen',
  added: (what: string) => `Op het programma: ${what}`,
  removeItem: (what: string) => `Van het programma: ${what}`,
  minutes: (count: number) => `${count} min`,
  parked: 'Geparkeerd',
  noneParked: 'Niets geparkeerd.',
  settle: (what: string) => `Afgehandeld: ${what}`,
  next: 'Volgende keer',
  noNext: 'Nog geen datum. Kies samen een vast moment.',
  planning: 'Ritme en planning',
  nextLeads: (name: string) => `${name} leidt`,
  nobodyLeads: 'nog niemand leidt',
  otherLeader: 'Iemand anders',
  leaderIs: (name: string) => `De volgende keer leidt ${name}`,
  subject: (what: string) => `over ${what}`,
};

const en = {
  fresh: 'New since last time',
  noFresh: 'What went well this week?',
  noFreshText: 'However small: tell it, write it down, and clap.',
  example: 'Example',
  ghost: 'Nearly everybody raised a hand during instruction.',
  earlier: 'Earlier this period',

  overdue: 'Late',
  week: 'This week',
  goal: (number: number) => `Goal ${number}`,
  loose: 'Other',
  done: (count: number) => (count === 1 ? '1 done since last time' : `${count} done since last time`),
  nothingOpen: 'Everything is done. What is needed to reach the goal?',
  actions: 'Actions',

  programme: 'After this session',
  noProgramme: 'Nothing on the programme yet. What will you do next?',
  addItem: 'Put something on the programme',
  addExample: '25 min design a lesson',
  added: (what: string) => `On the programme: ${what}`,
  removeItem: (what: string) => `Off the programme: ${what}`,
  minutes: (count: number) => `${count} min`,
  parked: 'Parked',
  noneParked: 'Nothing parked.',
  settle: (what: string) => `Settled: ${what}`,
  next: 'Next time',
  noNext: 'No date yet. Choose a regular time together.',
  planning: 'Rhythm and planning',
  nextLeads: (name: string) => `${name} leads`,
  nobodyLeads: 'nobody leads yet',
  otherLeader: 'Somebody else',
  leaderIs: (name: string) => `${name} leads next time`,
  subject: (what: string) => `about ${what}`,
} satisfies Messages<typeof nl>;

export const stepsMessages = { nl, en };
