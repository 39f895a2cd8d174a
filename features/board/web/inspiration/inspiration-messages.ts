import type { InspirationKind } from '#features/board/domain';
import type { Messages } from '#packages/i18n';

type Words = { about: string; example: string; add: string };

const kindsNl: Record<InspirationKind, Words> = {
  ambition: {
    about: 'Eén zin van de hele school: waar werken we naartoe? Hij staat boven aan het bord.',
    example: 'Elke leerling kan uitleggen wat hij leert en waarom.',
    add: 'Schrijf jullie ambitie op',
  },
  'year-board': {
    about: 'Welke thema’s komen dit jaar aan bod, en wanneer?',
    example: 'Periode 2: rekenen met inzicht',
    add: 'Zet een thema op het jaarbord',
  },
  story: {
    about: 'Een moment uit de klas dat laat zien waarom jullie dit doen.',
    example: 'Een leerling vroeg: mag ik zelf bedenken hoe ik laat zien dat ik het snap?',
    add: 'Vertel een verhaal',
  },
  arena: {
    about: 'Wat vertelden leerlingen in de arena? Zonder namen.',
    example: '“Als de juf hardop denkt, weet ik hoe ik moet beginnen.”',
    add: 'Schrijf op wat leerlingen zeiden',
  },
  agreement: {
    about: 'Hoe gaan jullie met elkaar om aan het bord?',
    example: 'We beginnen op tijd, ook als er nog iemand mist.',
    add: 'Spreek iets af',
  },
};

const kindsEn: Record<InspirationKind, Words> = {
  ambition: {
    about:
      'One sentence of the whole school: what are we working towards? It stands at the top of the board.',
    example: 'Every pupil can explain what they learn and why.',
    add: 'Write down your ambition',
  },
  'year-board': {
    about: 'Which themes come up this year, and when?',
    example: 'Period 2: understanding numbers',
    add: 'Put a theme on the year board',
  },
  story: {
    about: 'A moment in class that shows why you do this.',
    example: 'A pupil asked: may I think up myself how to show that I understand it?',
    add: 'Tell a story',
  },
  arena: {
    about: 'What did pupils tell in the arena? Without names.',
    example: '“When the teacher thinks aloud, I know how to begin.”',
    add: 'Write down what pupils said',
  },
  agreement: {
    about: 'How do you work together at the board?',
    example: 'We begin on time, also when somebody is still missing.',
    add: 'Agree on something',
  },
};

const nl = {
  title: 'Inspiratie',
  kinds: kindsNl,
  example: 'Voorbeeld',
  text: 'Tekst',
  day: 'Datum',
  dayHint: 'Mag leeg blijven.',
  save: 'Bewaren',
  close: 'Sluiten',
  edit: 'Wijzigen',
  remove: 'Van het bord halen',
  up: 'Omhoog',
  down: 'Omlaag',
  optionsFor: (text: string) => `Meer bij: ${text}`,
  added: 'Het hangt op het bord',
  changed: 'Gewijzigd',
  removed: 'Van het bord gehaald',
  moved: 'Verplaatst',
  notSent: 'nog niet verstuurd',
};

const en = {
  title: 'Inspiration',
  kinds: kindsEn,
  example: 'Example',
  text: 'Text',
  day: 'Date',
  dayHint: 'May stay empty.',
  save: 'Keep',
  close: 'Close',
  edit: 'Change',
  remove: 'Take off the board',
  up: 'Up',
  down: 'Down',
  optionsFor: (text: string) => `More for: ${text}`,
  added: 'It hangs on the board',
  changed: 'Changed',
  removed: 'Taken off the board',
  moved: 'Moved',
  notSent: 'not sent yet',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
