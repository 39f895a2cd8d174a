import type { Step } from '#features/board/domain';
import { commonMessages, type Messages } from '#packages/i18n';

const questionsNl: Record<Step, string> = {
  1: 'Hoe kom je binnen?',
  2: 'Wat vieren we vandaag?',
  3: 'Hoe ver zijn we met onze doelen?',
  4: 'Wat is gedaan, en wat is nog nodig?',
  5: 'Wat doen we vandaag?',
};

const hintsNl: Record<Step, string> = {
  1: 'tik op een naam, dan op hoe het gaat',
  2: 'vertel het kort, klap, en door',
  3: 'noem om de beurt een cijfer en kies er samen één',
  4: 'eerst wat open staat, dan pas iets nieuws',
  5: 'klopt het programma nog, en zijn de bezoeken geweest?',
};

const nl = {
  ...commonMessages.nl,
  skip: 'Naar deze stap',
  session: 'Bordsessie',
  steps: 'Stappen van de bordsessie',
  today: 'Vandaag',
  stepStates: { done: 'geweest', current: 'nu', toCome: 'komt nog', skipped: 'overgeslagen' },
  questions: questionsNl,
  hints: hintsNl,
  stepOf: (number: number, of: number, title: string) => `Stap ${number} van ${of}: ${title}`,

  // Leader
  leads: (name: string) => `${name} leidt`,
  youLead: 'Jij leidt',
  iTakeOver: 'Ik neem het over',
  nowLeads: (name: string) => `${name} leidt nu`,
  presence: (inCount: number, expected: number) => `${inCount} van ${expected} binnen`,
  isIn: 'is binnen',
  isNotIn: 'is nog niet binnen',
  isAway: 'is vandaag niet op school',

  // Clock
  clock: 'Tijd die de bordsessie nog heeft',
  calm: (step: string, left: string) => `${step}: nog ${left}`,
  soon: (step: string, left: string) => `${step}: bijna tijd, nog ${left}`,
  over: (step: string, over: string) => `${step}: tijd is om, ${over}`,
  paused: 'Pauze: de klok staat stil',
  soonAloud: (step: string) => `${step}: bijna tijd`,
  overAloud: (step: string) => `${step}: de tijd is om`,
  sessionOver: 'de sessie duurt langer dan gepland',

  // Footer
  park: 'Parkeren',
  parkField: 'Wat moet wachten?',
  parkExample: 'Eén zin, dan Enter',
  parkKeep: 'Parkeer',
  parked: 'Geparkeerd',
  addMinute: '+1 minuut',
  pause: 'Pauze',
  resume: 'Verder gaan',
  back: 'Terug',
  next: (step: string) => `Verder: ${step}`,
  close: 'Afsluiten',
  more: 'Meer',
  toBoard: 'Naar het bord',
  keys: 'Sneltoetsen',

  // Closing
  closeTitle: 'Zijn jullie klaar?',
  closeText: 'De bordsessie stopt en iedereen krijgt het verslag per mail. Daarna kun je niet meer terug.',
  closeNext: (day: string, leader: string) => `Volgende keer: ${day}, ${leader} leidt.`,
  closeNextDay: (day: string) => `Volgende keer: ${day}. Wie leidt, staat nog niet vast.`,
  closeNow: 'Sluit de bordsessie af',
  stay: 'Nog niet',
  dialogClose: commonMessages.nl.close,

  // Keys
  keysTitle: 'Sneltoetsen in de bordsessie',
  keysOn: 'Letters als sneltoets gebruiken',
  on: 'aan',
  off: 'uit',
  keyNames: { right: '→', left: '←', space: 'spatie', park: 'p', minute: 'm', help: '?' },
  keyTexts: {
    right: 'Naar de volgende stap',
    left: 'Een stap terug',
    space: 'Pauze, en weer verder',
    park: 'Iets parkeren',
    minute: 'Een minuut erbij',
    help: 'Dit overzicht',
  },

  // Start
  started: 'De bordsessie is begonnen.',
  startTitle: 'Klaar voor de bordsessie?',
  startText: (minutes: string) => `Een kwartier staand aan het bord. De klok staat op ${minutes}.`,
  startBy: (name: string) => `Start, ${name} leidt`,
  startAsMe: 'Start, jij leidt',
  startLeader: 'Wie leidt?',
  turn: 'aan de beurt',
  startSteps: 'Zo loopt het',
  noneRuns: 'Er is nu geen bordsessie bezig.',
  pastSessions: 'Vorige bordsessies',
};

const questionsEn: Record<Step, string> = {
  1: 'How are you today?',
  2: 'What do we celebrate today?',
  3: 'How far are we with our goals?',
  4: 'What is done, and what is still needed?',
  5: 'What do we do today?',
};

const hintsEn: Record<Step, string> = {
  1: 'tap a name, then how it goes',
  2: 'tell it briefly, clap, and on',
  3: 'each names a number, then choose one together',
  4: 'first what is open, only then something new',
  5: 'is the programme still right, and did the visits take place?',
};

const en = {
  ...commonMessages.en,
  skip: 'To this step',
  session: 'Board session',
  steps: 'Steps of the board session',
  today: 'Today',
  stepStates: { done: 'done', current: 'now', toCome: 'to come', skipped: 'skipped' },
  questions: questionsEn,
  hints: hintsEn,
  stepOf: (number: number, of: number, title: string) => `Step ${number} of ${of}: ${title}`,

  leads: (name: string) => `${name} leads`,
  youLead: 'You lead',
  iTakeOver: 'I take over',
  nowLeads: (name: string) => `${name} leads now`,
  presence: (inCount: number, expected: number) => `${inCount} of ${expected} in`,
  isIn: 'is in',
  isNotIn: 'is not in yet',
  isAway: 'is not at school today',

  clock: 'Time that the board session has left',
  calm: (step: string, left: string) => `${step}: ${left} left`,
  soon: (step: string, left: string) => `${step}: nearly time, ${left} left`,
  over: (step: string, over: string) => `${step}: time is up, ${over}`,
  paused: 'Paused: the clock stands still',
  soonAloud: (step: string) => `${step}: nearly time`,
  overAloud: (step: string) => `${step}: time is up`,
  sessionOver: 'the session takes longer than planned',

  park: 'Park it',
  parkField: 'What has to wait?',
  parkExample: 'One sentence, then Enter',
  parkKeep: 'Park',
  parked: 'Parked',
  addMinute: '+1 minute',
  pause: 'Pause',
  resume: 'Go on',
  back: 'Back',
  next: (step: string) => `Next: ${step}`,
  close: 'Finish',
  more: 'More',
  toBoard: 'To the board',
  keys: 'Keyboard shortcuts',

  closeTitle: 'Are you done?',
  closeText:
    'The board session stops and everybody gets the summary by mail. There is no way back after that.',
  closeNext: (day: string, leader: string) => `Next time: ${day}, ${leader} leads.`,
  closeNextDay: (day: string) => `Next time: ${day}. Who leads is still open.`,
  closeNow: 'Finish the board session',
  stay: 'Not yet',
  dialogClose: commonMessages.en.close,

  keysTitle: 'Keyboard shortcuts in the session',
  keysOn: 'Use letters as shortcuts',
  on: 'on',
  off: 'off',
  keyNames: { right: '→', left: '←', space: 'space', park: 'p', minute: 'm', help: '?' },
  keyTexts: {
    right: 'To the next step',
    left: 'One step back',
    space: 'Pause, and go on again',
    park: 'Park something',
    minute: 'One more minute',
    help: 'This overview',
  },

  started: 'The board session has begun.',
  startTitle: 'Ready for the board session?',
  startText: (minutes: string) =>
    `A quarter of an hour, standing at the board. The clock is set to ${minutes}.`,
  startBy: (name: string) => `Start, ${name} leads`,
  startAsMe: 'Start, you lead',
  startLeader: 'Who leads?',
  turn: 'whose turn it is',
  startSteps: 'This is how it goes',
  noneRuns: 'There is no board session at the moment.',
  pastSessions: 'Past board sessions',
} satisfies Messages<typeof nl>;

export const sessionMessages = { nl, en };
