import { commonMessages, type Messages } from '#packages/i18n';
import type { ShelfKind } from './use-shelf.ts';

type Words = { about: string; example: string; add: string };

const kindsNl: Record<ShelfKind, Words> = {
  ambition: {
    about: 'Eén zin van de hele school: waar werken we naartoe? Hij staat boven aan het bord.',
    example: 'Elke leerling kan uitleggen wat hij leert en waarom.',
    add: 'Schrijf jullie ambitie op',
  },
  'year-board': {
    about: 'Welke thema’s komen dit jaar aan bod, en wanneer? Hooguit twee, na elkaar.',
    example: 'Tot de kerst: rekenen met inzicht',
    add: 'Zet een thema op het jaarbord',
  },
  story: {
    about:
      'Waarom doet deze school dit? De schoolleider vertelt het op de startdag, en kort bij elke verbindingssessie.',
    example:
      'Een leerling vroeg: waarvoor leren we dit eigenlijk? Sindsdien willen we dat iedereen dat kan zeggen.',
    add: 'Schrijf het verhaal op',
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

const kindsEn: Record<ShelfKind, Words> = {
  ambition: {
    about:
      'One sentence of the whole school: what are we working towards? It stands at the top of the board.',
    example: 'Every pupil can explain what they learn and why.',
    add: 'Write down your ambition',
  },
  'year-board': {
    about: 'Which themes come up this year, and when? Two at most, one after the other.',
    example: 'Until Christmas: understanding numbers',
    add: 'Put a theme on the year board',
  },
  story: {
    about:
      'Why does this school do this? The school leader tells it on the start day, and briefly at each connection session.',
    example: 'A pupil asked: what do we learn this for? Since then we want everybody to be able to say so.',
    add: 'Write down the story',
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
  ...commonMessages.nl,
  title: 'Inspiratie',
  kinds: kindsNl,
  example: 'Voorbeeld',
  text: 'Tekst',
  day: 'Datum',
  dayHint: 'Mag leeg blijven.',
  remove: 'Van het bord halen',
  up: 'Omhoog',
  down: 'Omlaag',
  optionsFor: (text: string) => `Meer bij: ${text}`,
  added: 'Het hangt op het bord',
  changed: 'Gewijzigd',
  removed: 'Van het bord gehaald',
  moved: 'Verplaatst',
  notSent: 'nog niet verstuurd',
  ofSchool: 'Van de hele school',
  ofSchoolLong:
    'Van de hele school. De schoolleider en de schoolcoaches schrijven het op; het verandert op elk bord tegelijk.',
};

const en = {
  ...commonMessages.en,
  title: 'Inspiration',
  kinds: kindsEn,
  example: 'Example',
  text: 'Text',
  day: 'Date',
  dayHint: 'May stay empty.',
  remove: 'Take off the board',
  up: 'Up',
  down: 'Down',
  optionsFor: (text: string) => `More for: ${text}`,
  added: 'It hangs on the board',
  changed: 'Changed',
  removed: 'Taken off the board',
  moved: 'Moved',
  notSent: 'not sent yet',
  ofSchool: 'Of the whole school',
  ofSchoolLong:
    'Of the whole school. The school leader and the school coaches write it down; it changes on every board at once.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
