import type { Messages } from '#packages/i18n';

type Course = { first: string; last: string; period: string; target: string; toGo: string | null };

const nl = {
  norm: (value: string) => `norm ${value}`,
  now: (value: string) => `nu ${value}`,
  baseline: (value: string) => `nulmeting ${value}`,
  noMeasurement: 'nog niets gemeten',
  weeksLeft: (weeks: number) =>
    weeks === 0 ? 'de tijd is om' : weeks === 1 ? 'laatste week' : `nog ${weeks} weken`,
  periodName: (period: number) => `P${period}`,
  number: (place: number) => `doel ${place}`,

  notMeasured: (period: number) =>
    period === 0 ? 'nulmeting doen we nog' : `nog niet gemeten in P${period}`,
  belowTarget: (toGo: string) => `nog ${toGo} te gaan`,
  reached: 'norm gehaald!',
  reachedAsk: 'Jullie zijn er. Vieren en afronden?',
  closedReached: (day: string) => `gehaald op ${day}`,
  closedStopped: (day: string) => `gestopt op ${day}`,

  emptyTitle: 'Waar werken jullie aan?',
  emptyText:
    'Kies één klein doel: wat weten, kunnen, doen of voelen jullie leerlingen over een paar weken? Meet het elke periode en zie samen of het lukt.',
  exampleLabel: 'zo kan het eruitzien',
  exampleGoal: 'De leerlingen van groep 7 kunnen in eigen woorden vertellen wat ze vandaag leren.',
  exampleFigures: 'norm 8 · nu 6,5 · nog 4 weken',
  add: 'Nieuw doel',
  addFirst: 'Zet het eerste doel op het bord',
  many: (count: number) => `${count} doelen tegelijk is veel. Met een of twee verandert er meer in de les.`,
  closedGoals: (count: number) => (count === 1 ? '1 afgerond doel' : `${count} afgeronde doelen`),
  remark: (open: number) => (open === 0 ? '' : open === 1 ? '1 doel' : `${open} doelen`),

  open: 'Alles van dit doel',
  more: 'Meer bij dit doel',
  measure: 'Meten',
  measureAgain: 'Meting aanpassen',
  edit: 'Aanpassen',
  finish: 'Afronden: gehaald',
  finishHint: 'Telt als succes; jullie kunnen het later heropenen',
  stop: 'Stoppen met dit doel',
  reopen: 'Heropenen',
  moveUp: 'Naar boven',
  moveDown: 'Naar beneden',
  remove: 'Weghalen',
  closeDialog: 'Sluiten',

  formTitleNew: 'Nieuw doel',
  formTitleEdit: 'Doel aanpassen',
  text: 'Het doel',
  textHint: 'Noem de groep en wat je straks ziet of hoort bij leerlingen.',
  textExample: 'De leerlingen van … kunnen …',
  textMissing: 'Schrijf op wat jullie willen bereiken.',
  starters: 'Begin met',
  starter: { know: 'weten', can: 'kunnen', do: 'doen', feel: 'voelen' },
  starterText: (group: string, verb: string) => `De leerlingen van ${group === '' ? '…' : group} ${verb} `,
  pupils: 'Voor welke groep?',
  pupilsHint: 'Mag leeg blijven als de groep al in het doel staat.',
  targetAsk: 'Waar willen jullie uitkomen?',
  baselineAsk: 'Waar staan jullie nu?',
  baselineHint: 'Weten jullie het nog niet? Laat het leeg en meet later.',
  low: 'nog niemand',
  high: 'iedereen, altijd',
  half: 'en een half',
  weeks: 'Hoe lang?',
  weeksChoice: (weeks: number) => `${weeks} weken`,
  owner: 'Wie houdt dit doel in de gaten?',
  nobody: 'het hele team',
  startedOn: 'Begonnen op',
  cancel: 'Niet nu',
  saveNew: 'Zet op het bord',
  saveEdit: 'Bewaren',

  measureAsk: (period: number) =>
    period === 0 ? 'Nulmeting: waar staan jullie nu?' : `Meting P${period}: waar staan jullie nu?`,
  measureNorm: (target: string) => `norm ${target}`,
  chosen: (value: string) => `Gekozen: ${value}`,
  noChoice: 'Tik op een cijfer. Halve cijfers kunnen ook.',
  note: 'Opmerking bij deze meting',
  noteExample: 'Wat zagen of hoorden jullie?',
  keepNote: 'Bewaar opmerking',
  earlier: 'Alle metingen',
  tablePeriod: 'Periode',
  tableValue: 'Cijfer',
  tableDay: 'Wanneer',
  tableNote: 'Opmerking',
  tableNone: 'niet gemeten',
  valueOf: (period: string) => `Cijfer van ${period}`,

  sentenceNone: (target: string) => `Er is nog niets gemeten; de norm is ${target}.`,
  sentenceOne: (value: string, period: string, target: string) =>
    `In ${period} is het een ${value}; de norm is ${target}.`,
  sentenceCourse: ({ first, last, period, target, toGo }: Course) =>
    toGo === null
      ? `Van ${first} naar ${last} in ${period}: de norm van ${target} is gehaald.`
      : `Van ${first} naar ${last} in ${period}; nog ${toGo} tot de norm van ${target}.`,

  actions: 'Acties bij dit doel',
  noActions: 'Nog geen acties bij dit doel.',
  ownedBy: (name: string) => `${name} houdt het in de gaten`,

  previous: 'Vorig doel',
  next: 'Volgend doel',
  place: (place: number, of: number) => `Doel ${place} van ${of}`,
  goals: 'Doelen',

  did: {
    added: 'Het doel staat op het bord.',
    edited: 'Het doel is aangepast.',
    reached: 'Gehaald! Het doel staat bij de afgeronde doelen.',
    stopped: 'Het doel is gestopt.',
    reopened: 'Het doel staat weer op het bord.',
    removed: 'Het doel is weggehaald.',
    moved: 'Het doel is verplaatst.',
    measured: (period: string, value: string) => `${period}: ${value} bewaard.`,
    unmeasured: (period: string) => `De meting van ${period} is weggehaald.`,
    noted: 'De opmerking is bewaard.',
  },
};

const en = {
  norm: (value: string) => `target ${value}`,
  now: (value: string) => `now ${value}`,
  baseline: (value: string) => `baseline ${value}`,
  noMeasurement: 'nothing measured yet',
  weeksLeft: (weeks: number) =>
    weeks === 0 ? 'time is up' : weeks === 1 ? 'last week' : `${weeks} weeks left`,
  periodName: (period: number) => `P${period}`,
  number: (place: number) => `goal ${place}`,

  notMeasured: (period: number) => (period === 0 ? 'baseline still to do' : `not measured yet in P${period}`),
  belowTarget: (toGo: string) => `${toGo} to go`,
  reached: 'target reached!',
  reachedAsk: 'You are there. Celebrate and finish it?',
  closedReached: (day: string) => `reached on ${day}`,
  closedStopped: (day: string) => `stopped on ${day}`,

  emptyTitle: 'What are you working on?',
  emptyText:
    'Choose one small goal: what will your pupils know, be able to, do or feel a few weeks from now? Measure it every period and see together whether it works.',
  exampleLabel: 'it can look like this',
  exampleGoal: 'The pupils of year 7 can tell in their own words what they are learning today.',
  exampleFigures: 'target 8 · now 6.5 · 4 weeks left',
  add: 'New goal',
  addFirst: 'Put the first goal on the board',
  many: (count: number) => `${count} goals at once is a lot. With one or two, more changes in lessons.`,
  closedGoals: (count: number) => (count === 1 ? '1 finished goal' : `${count} finished goals`),
  remark: (open: number) => (open === 0 ? '' : open === 1 ? '1 goal' : `${open} goals`),

  open: 'All about this goal',
  more: 'More for this goal',
  measure: 'Measure',
  measureAgain: 'Change measurement',
  edit: 'Edit',
  finish: 'Finish: reached',
  finishHint: 'Counts as a success; you can reopen it later',
  stop: 'Stop this goal',
  reopen: 'Reopen',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Take off the board',
  closeDialog: 'Close',

  formTitleNew: 'New goal',
  formTitleEdit: 'Edit goal',
  text: 'The goal',
  textHint: 'Name the group, and what you will see or hear from pupils.',
  textExample: 'The pupils of … can …',
  textMissing: 'Write down what you want to reach.',
  starters: 'Begin with',
  starter: { know: 'know', can: 'can', do: 'do', feel: 'feel' },
  starterText: (group: string, verb: string) => `The pupils of ${group === '' ? '…' : group} ${verb} `,
  pupils: 'For which group?',
  pupilsHint: 'May stay empty when the goal names the group.',
  targetAsk: 'Where do you want to be?',
  baselineAsk: 'Where are you now?',
  baselineHint: 'Not known yet? Leave it empty and measure later.',
  low: 'nobody yet',
  high: 'everybody, always',
  half: 'and a half',
  weeks: 'How long?',
  weeksChoice: (weeks: number) => `${weeks} weeks`,
  owner: 'Who keeps an eye on this goal?',
  nobody: 'the whole team',
  startedOn: 'Started on',
  cancel: 'Not now',
  saveNew: 'Put on the board',
  saveEdit: 'Save',

  measureAsk: (period: number) =>
    period === 0 ? 'Baseline: where are you now?' : `Measurement P${period}: where are you now?`,
  measureNorm: (target: string) => `target ${target}`,
  chosen: (value: string) => `Chosen: ${value}`,
  noChoice: 'Tap a number. Halves are possible too.',
  note: 'Remark with this measurement',
  noteExample: 'What did you see or hear?',
  keepNote: 'Save remark',
  earlier: 'All measurements',
  tablePeriod: 'Period',
  tableValue: 'Mark',
  tableDay: 'When',
  tableNote: 'Remark',
  tableNone: 'not measured',
  valueOf: (period: string) => `Mark of ${period}`,

  sentenceNone: (target: string) => `Nothing has been measured yet; the target is ${target}.`,
  sentenceOne: (value: string, period: string, target: string) =>
    `In ${period} it is ${value}; the target is ${target}.`,
  sentenceCourse: ({ first, last, period, target, toGo }: Course) =>
    toGo === null
      ? `From ${first} to ${last} in ${period}: the target of ${target} is reached.`
      : `From ${first} to ${last} in ${period}; ${toGo} to go to the target of ${target}.`,

  actions: 'Actions for this goal',
  noActions: 'No actions for this goal yet.',
  ownedBy: (name: string) => `${name} keeps an eye on it`,

  previous: 'Previous goal',
  next: 'Next goal',
  place: (place: number, of: number) => `Goal ${place} of ${of}`,
  goals: 'Goals',

  did: {
    added: 'The goal is on the board.',
    edited: 'The goal was changed.',
    reached: 'Reached! The goal is among the finished goals.',
    stopped: 'The goal was stopped.',
    reopened: 'The goal is back on the board.',
    removed: 'The goal was taken off the board.',
    moved: 'The goal was moved.',
    measured: (period: string, value: string) => `${period}: ${value} saved.`,
    unmeasured: (period: string) => `The measurement of ${period} was taken away.`,
    noted: 'The remark is saved.',
  },
} satisfies Messages<typeof nl>;

export const goalMessages = { nl, en };
export type GoalWords = Messages<typeof nl>;
