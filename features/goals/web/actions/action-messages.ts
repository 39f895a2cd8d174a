import { commonMessages, type Messages } from '#packages/i18n';

const nl = {
  ...commonMessages.nl,
  myActions: 'Jouw acties',
  kind: { classroom: 'in de klas', team: 'voor het team' },
  kindShort: { classroom: 'klas', team: 'team' },
  kindAsk: 'Waar hoort de actie?',
  goal: (place: number) => `doel ${place}`,
  goalChoice: (place: number, text: string) => `doel ${place}: ${text}`,
  goalAsk: 'Bij welk doel?',
  noGoal: 'zonder doel',
  nobody: 'wie?',
  wholeTeam: 'Hele team',
  gone: (name: string) => `${name} (weg)`,
  done: 'gedaan',
  noDay: 'geen dag',
  remark: (open: number, late: number) =>
    open === 0 ? '' : late === 0 ? `${open} open` : `${open} open · ${late} te laat`,
  announce: (open: number, late: number) => `${open} acties open, ${late} te laat`,

  emptyTitle: 'Wie doet wat, en wanneer?',
  emptyText:
    'Een actie is één kleine stap: wat ga je doen, wie doet het, en op welke dag is het klaar? Volgende week zien jullie hier of het gelukt is.',
  emptyMine: 'Jij hebt nu niets te doen. Mooi!',
  emptyOverdue: 'Alle afspraken zijn op tijd. Mooi!',
  exampleLabel: 'zo kan het eruitzien',
  example: { text: 'Exit tickets maken bij breuken', who: 'Sam', when: 'vr 27 nov' },
  list: 'Acties',
  filter: 'Welke acties',
  all: 'Van iedereen',
  mine: 'Van mij',
  more: (open: number, done: number) =>
    done === 0 ? `Nog ${open}` : open === 0 ? `En ${done} gedaan` : `Nog ${open}, en ${done} gedaan`,
  fewer: 'Toon minder',

  tick: (text: string) => `Gedaan: ${text}`,
  rowMore: (text: string) => `Meer bij: ${text}`,
  openRow: (text: string) => `Aanpassen: ${text}`,
  weekLater: 'Een week later',
  untilSession: 'Tot de volgende bordsessie',
  weekShort: (day: string) => `Week later: ${day}`,
  sessionShort: (day: string) => `Volgende sessie: ${day}`,
  handOver: 'Iemand anders',

  dialogTitle: 'Actie aanpassen',
  text: 'Wat gaat er gebeuren?',
  textMissing: 'Schrijf op wat er gaat gebeuren.',
  owner: 'Wie zorgt ervoor?',
  also: 'Wie doet er mee?',
  due: 'Wanneer is het klaar?',
  cancel: 'Niet nu',

  kept: 'De acties staan bij je downloads.',
  notKept:
    'De acties konden niet worden opgehaald. Op het bord staat alles er nog. Kijk of je verbinding hebt, en probeer het zo nog eens.',

  did: {
    ticked: (text: string) => `Gedaan: ${text}`,
    unticked: 'De actie staat weer open.',
    edited: 'De actie is aangepast.',
    postponed: (day: string) => `De actie is verzet naar ${day}.`,
    removed: 'De actie is weggehaald.',
    handedOver: (name: string) => `${name} zorgt er nu voor.`,
    addedMany: (count: number) => (count === 1 ? '1 actie toegevoegd.' : `${count} acties toegevoegd.`),
  },
};

const en = {
  ...commonMessages.en,
  myActions: 'Your actions',
  kind: { classroom: 'in class', team: 'for the team' },
  kindShort: { classroom: 'class', team: 'team' },
  kindAsk: 'Where does the action belong?',
  goal: (place: number) => `goal ${place}`,
  goalChoice: (place: number, text: string) => `goal ${place}: ${text}`,
  goalAsk: 'For which goal?',
  noGoal: 'without a goal',
  nobody: 'who?',
  wholeTeam: 'Whole team',
  gone: (name: string) => `${name} (left)`,
  done: 'done',
  noDay: 'no day',
  remark: (open: number, late: number) =>
    open === 0 ? '' : late === 0 ? `${open} open` : `${open} open · ${late} late`,
  announce: (open: number, late: number) => `${open} actions open, ${late} late`,

  emptyTitle: 'Who does what, and when?',
  emptyText:
    'An action is one small step: what will you do, who does it, and on which day is it done? Next week you see here whether it worked.',
  emptyMine: 'You have nothing to do now. Great!',
  emptyOverdue: 'Everything agreed is on time. Great!',
  exampleLabel: 'it can look like this',
  example: { text: 'Make exit tickets for fractions', who: 'Sam', when: 'Fri 27 Nov' },
  list: 'Actions',
  filter: 'Which actions',
  all: 'Everybody’s',
  mine: 'Mine',
  more: (open: number, done: number) =>
    done === 0 ? `${open} more` : open === 0 ? `And ${done} done` : `${open} more, and ${done} done`,
  fewer: 'Show fewer',

  tick: (text: string) => `Done: ${text}`,
  rowMore: (text: string) => `More for: ${text}`,
  openRow: (text: string) => `Edit: ${text}`,
  weekLater: 'A week later',
  untilSession: 'Until the next board session',
  weekShort: (day: string) => `Week later: ${day}`,
  sessionShort: (day: string) => `Next session: ${day}`,
  remove: 'Take off the board',
  handOver: 'Somebody else',

  dialogTitle: 'Edit action',
  text: 'What will happen?',
  textMissing: 'Write down what will happen.',
  owner: 'Who sees to it?',
  also: 'Who joins in?',
  due: 'When is it done?',
  cancel: 'Not now',

  kept: 'The actions are in your downloads.',
  notKept:
    'The actions could not be fetched. Everything is still on the board. Check your connection and try again in a moment.',

  did: {
    ticked: (text: string) => `Done: ${text}`,
    unticked: 'The action is open again.',
    edited: 'The action was changed.',
    postponed: (day: string) => `The action was moved to ${day}.`,
    removed: 'The action was taken off the board.',
    handedOver: (name: string) => `${name} sees to it now.`,
    addedMany: (count: number) => (count === 1 ? '1 action added.' : `${count} actions added.`),
  },
} satisfies Messages<typeof nl>;

export const actionMessages = { nl, en };
