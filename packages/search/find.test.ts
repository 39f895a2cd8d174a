import fc from 'fast-check';
import { expect, test } from 'vitest';
import { find } from './find.ts';
import { stemOf } from './words.ts';

/** What hangs on boards, in the words of teachers. */
const board = [
  'De leerlingen van groep 5 lezen elke dag een kwartier in hun eigen boek',
  'Woordenschatonderwijs: tien nieuwe woorden per week',
  'Begrijpend lezen met strategieën',
  'Exittickets na de rekenles',
  'Leerlingen leggen elkaar uit hoe ze een som aanpakken',
  'Automatiseren van de tafels tot en met tien',
  'Rustige start van de ochtend',
  'Ouders komen kijken bij de presentaties',
  'Feedback geven tijdens het zelfstandig werken',
  'Spelling: de werkwoorden in de verleden tijd',
  'Bordsessie van dinsdag',
  'Lesbezoek bij Fatima over coöperatieve werkvormen',
  'Klokkijken oefenen met groep 4',
  'De gymzaal is dubbel geboekt',
  'Jeroen: mijn kleuters telden vandaag tot vijftig',
  'Retrieval practice at the start of every lesson',
  'Zoë Hendriks',
  'Betrokkenheid bij de instructie',
  'Studiedag voorbereiden',
  'Toetsen nakijken met de parallelgroep',
].map((text) => ({ text }));

/** Question -> what it should find among the first three. */
const questions: readonly (readonly [asked: string, wanted: string])[] = [
  ['lezen', 'kwartier'],
  ['leest', 'Begrijpend'],
  ['woordenschat', 'Woordenschat'],
  ['woordenschatonderwijs', 'Woordenschat'],
  ['woordenschatles', 'Woordenschat'],
  ['wordenschat', 'Woordenschat'],
  ['begrijpende', 'Begrijpend'],
  ['begripend lezen', 'Begrijpend'],
  ['strategie', 'strategieën'],
  ['strategieen', 'strategieën'],
  ['exitticket', 'Exittickets'],
  ['exit', 'Exittickets'],
  ['exittikets', 'Exittickets'],
  ['rekenen', 'rekenles'],
  ['rekenlessen', 'rekenles'],
  ['sommen', 'som aanpakken'],
  ['uitleggen som', 'som aanpakken'],
  ['tafel', 'tafels'],
  ['automatisering', 'Automatiseren'],
  ['automatiseeren', 'Automatiseren'],
  ['start', 'Rustige start'],
  ['ochtenden', 'ochtend'],
  ['ouder', 'Ouders'],
  ['presentatie', 'presentaties'],
  ['presentaite', 'presentaties'],
  ['feedback', 'Feedback'],
  ['feetback', 'Feedback'],
  ['werkwoord', 'werkwoorden'],
  ['verleden tijd', 'werkwoorden'],
  ['bordsessies', 'Bordsessie'],
  ['bordsesie', 'Bordsessie'],
  ['sessie', 'Bordsessie'],
  ['lesbezoeken', 'Lesbezoek'],
  ['cooperatief', 'coöperatieve'],
  ['klok', 'Klokkijken'],
  ['gym', 'gymzaal'],
  ['kleuter', 'kleuters'],
  ['zoe', 'Zoë'],
  ['wat is er met de studiedagen', 'Studiedag'],
  ['toets', 'Toetsen'],
];

test('Z1: of forty questions of teachers at least 36 find what was meant among the first three', () => {
  expect(questions).toHaveLength(40);
  const missed = questions.filter(
    ([asked, wanted]) => !find(board, asked, 3).some(({ text }) => text.includes(wanted)),
  );
  expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(4);
});

test('Z1: the word itself comes before what looks like it', () => {
  const texts = [{ text: 'leesboeken' }, { text: 'lezen' }, { text: 'leest' }];
  expect(find(texts, 'leest', 3)[0]).toEqual({ text: 'leest' });
});

test('Z1: lezen and leest are one family, and les and lessen another', () => {
  const stems = ['lezen', 'leest', 'lees', 'les', 'lessen'].map(stemOf);
  expect(stems).toEqual(['lees', 'lees', 'lees', 'les', 'les']);
});

test('Z1: what has nothing of it is not found', () => {
  expect(find(board, 'zwemdiploma', 20)).toEqual([]);
});

test('Z2: whatever is typed is words: signs mean nothing, a book is cut, nothing finds nothing', () => {
  for (const query of ['', '   ', '%', '\\', "' | !:*", '(.*)+$', '<->']) {
    expect(find(board, query, 20)).toEqual([]);
  }
  expect(find(board, `${'('.repeat(5)}tafels & !:* \\`, 1)[0]?.text).toContain('tafels');
  // The first hundred characters count, so the word behind ten thousand others is not looked for.
  expect(find(board, `${'q'.repeat(10_000)} tafels`, 20)).toEqual([]);
});

test('Z2: no more are shown than anybody reads', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ text: `tafel ${index}` }));
  expect(find(many, 'tafel', 20)).toEqual(many.slice(0, 20));
});

test('Z2: no text and no question is a fault, and what is found was there', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (texts, query) => {
      const all = texts.map((text) => ({ text }));
      const found = find(all, query, 5);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.every((one) => all.includes(one))).toBe(true);
    }),
  );
});
