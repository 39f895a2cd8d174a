import type { Messages } from '#packages/i18n';
import { moodWords } from '../../mood-words.ts';

const nl = {
  ask: (name: string) => `${name}, hoe kom je binnen?`,
  askMe: 'Hoe kom jij binnen?',
  askNumber: (name: string) => `${name}, welk cijfer geef je hoe je binnenkomt?`,
  askWord: (name: string) => `${name}, in één woord?`,
  remark: 'Iets erbij zeggen? Mag, hoeft niet',
  word: 'Je woord',
  wordExample: 'bijvoorbeeld: nieuwsgierig',
  keep: 'Klaar',
  clear: 'Toch nog niet',
  cleared: (name: string) => `${name} staat weer op nog niet binnen`,
  team: 'Wie is er?',
  in: 'binnen',
  notIn: 'nog niet',
  waiting: (count: number) =>
    count === 1
      ? 'Nog één collega. Daarna zie je alles tegelijk.'
      : `Nog ${count} collega’s. Daarna zie je alles tegelijk.`,
  reveal: 'Laat nu al zien',
  everybody: 'Iedereen is binnen.',
  shownEarly: (count: number) => (count === 1 ? 'Eén collega komt nog.' : `Er komen nog ${count} collega’s.`),
  youAreIn: 'Je bent binnen.',
  away: 'Vandaag niet op school',
  phone: 'Doe mee op je telefoon',
  phoneText: 'Scan met de camera',
  code: 'QR-code naar deze bordsessie',
  marks: moodWords.nl,
};

const en = {
  ask: (name: string) => `${name}, how are you today?`,
  askMe: 'How are you today?',
  askNumber: (name: string) => `${name}, which number for how you are today?`,
  askWord: (name: string) => `${name}, in one word?`,
  remark: 'Anything to add? Only if you like',
  word: 'Your word',
  wordExample: 'for example: curious',
  keep: 'Done',
  clear: 'Not in yet after all',
  cleared: (name: string) => `${name} is not in yet again`,
  team: 'Who is here?',
  in: 'in',
  notIn: 'not yet',
  waiting: (count: number) =>
    count === 1
      ? 'One more colleague. Then everything shows at once.'
      : `${count} more colleagues. Then everything shows at once.`,
  reveal: 'Show them now',
  everybody: 'Everybody is in.',
  shownEarly: (count: number) =>
    count === 1 ? 'One colleague is still to come.' : `${count} colleagues are still to come.`,
  youAreIn: 'You are in.',
  away: 'Not at school today',
  phone: 'Join on your phone',
  phoneText: 'Scan with the camera',
  code: 'QR code to this board session',
  marks: moodWords.en,
} satisfies Messages<typeof nl>;

export const checkInMessages = { nl, en };
