import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDay, weekday } from '#packages/kernel';
import { wordsOf } from '#packages/kernel/reading';
import { CASES, TEAM, TODAY } from './action-line.cases.ts';
import { type ActionLine, readActionLine } from './action-line.ts';
import { withInfinitive } from './action-line-verbs.ts';

const setting = { people: TEAM, today: TODAY };

/** 'sam,tom' or '?anne,anne2' or both, as the cases write it. */
function shortWho(read: ActionLine): string {
  const sure = [...(read.who ? [read.who.id] : []), ...read.others].join(',');
  return read.whoAmbiguous ? `${sure}?${read.whoAmbiguous.join(',')}` : sure;
}

describe.each(Object.entries(CASES))('%s', (_rule, cases) => {
  it.each(cases)('"%s"', (line, text, who, due) => {
    const read = readActionLine(line, setting);
    expect([read.text, shortWho(read), read.due]).toEqual([text, who, due]);
  });
});

it('there are at least 120 cases', () => {
  expect(Object.values(CASES).flat().length).toBeGreaterThanOrEqual(120);
});

describe('L4 L11 the language of the screen decides where the words do not', () => {
  it.each([
    ['Mark exit tickets', 'nl', 'exit tickets', 'mark', null],
    ['Mark exit tickets', 'en', 'Mark exit tickets', '', null],
    ['Wil exit tickets', 'nl', 'Wil exit tickets', '', null],
    ['Wil exit tickets', 'en', 'exit tickets', 'wil', null],
    ['exit tickets do', 'nl', 'exit tickets', '', '2026-11-26'],
    ['exit tickets do', 'en', 'exit tickets do', '', null],
  ] as const)('"%s" in %s', (line, language, text, who, due) => {
    const read = readActionLine(line, {
      people: TEAM.filter(({ id }) => id !== 'do'),
      today: TODAY,
      language,
    });
    expect([read.text, shortWho(read), read.due]).toEqual([text, who, due]);
  });
});

describe('L9 L10 seen from other days', () => {
  it.each([
    ['2026-11-27', 'x vrijdag', '2026-11-27'],
    ['2026-11-27', 'x volgende vrijdag', '2026-12-04'],
    ['2026-11-27', 'x komende vrijdag', '2026-12-04'],
    ['2026-11-23', 'x volgende vrijdag', '2026-12-04'],
    ['2026-11-29', 'x volgende vrijdag', '2026-12-04'],
    ['2026-11-28', 'x deze week', '2026-11-28'],
    ['2026-12-31', 'x morgen', '2027-01-01'],
    ['2026-12-30', 'x week 53', '2027-01-01'],
    ['2026-12-30', 'x week 1', '2027-01-08'],
    ['2027-01-02', 'x week 53', '2027-01-01'],
    ['2027-01-31', 'x over een maand', '2027-02-28'],
    ['2027-01-04', 'x 20 dec', '2026-12-20'],
    ['2027-01-04', 'x 27/9', '2027-09-27'],
    ['2027-02-20', 'x 29 feb', '2024-02-29'],
    ['2027-06-01', 'x 29 feb', '2028-02-29'],
    ['2026-03-28', 'x morgen', '2026-03-29'],
    ['2026-12-15', 'x begin volgende maand', '2027-01-01'],
  ])('on %s "%s" is %s', (today, line, due) => {
    expect(readActionLine(line, { people: [], today }).due).toBe(due);
  });

  it('every weekday name is one of the seven days from today', () => {
    const names = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 6 }), (offset, n) => {
        const today = addDays('2024-01-01', offset);
        const due = readActionLine(`toets ${names[n]}`, { people: [], today }).due ?? '';
        expect(weekday(due)).toBe(n + 1);
        expect(due >= today && due < addDays(today, 7)).toBe(true);
      }),
    );
  });
});

describe('spans', () => {
  it('L16 are places in the line as typed, in order', () => {
    const line = '  exit tickets voor vr. 27 nov (Zoë en Tom)';
    const { spans } = readActionLine(line, setting);
    expect(spans.map((span) => [span.is, line.slice(span.start, span.end)])).toEqual([
      ['when', 'voor vr. 27 nov'],
      ['who', 'Zoë en Tom'],
    ]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'Sam Tom @sam @ma (Tom) Anne: Mark May Do El wil : - , . ( ) [ ] → | en and voor op by due de the van'.split(
      ' ',
    ),
    ...'vr do zo vrijdag Friday volgende next week 48 27/11 27 nov May 5 a.s. over 2 weken in eind of'.split(
      ' ',
    ),
    ...'maakt makes will gaat exit tickets klas groep 3/4 15:45 om t/m \t \u0000 🎉 e\u0301'.split(' '),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'abcdehijklmnopqrstuvwyz'), minLength: 1, maxLength: 4 }),
);
const anyLine = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('whatever is typed', () => {
  it('L16 every word is in the text or in a span, in order, and nothing is added', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const read = readActionLine(line, setting);
        const isIn = (word: { start: number; end: number }) =>
          read.spans.some((span) => span.start <= word.start && word.end <= span.end);
        const kept = wordsOf(line)
          .filter((word) => !isIn(word))
          .map((word) => word.typed);
        const [first = '', ...rest] = kept;
        const verb = withInfinitive(first);
        const words = wordsOf(read.text).map((word) => word.typed);
        const possible = first === '' ? [[]] : [kept, [verb, ...rest], [...rest, verb]];
        expect(possible).toContainEqual(words);
      }),
      { numRuns: 3000, examples: [['a.s. vr Friday'], ['¹(Tom).Sam'], ['Sam maakt Sam ² က 0 Ⰰ↊']] },
    );
  });

  it('is never a fault, and what comes out is whole', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom('nl' as const, 'en' as const), (line, language) => {
        const read = readActionLine(line, { ...setting, language });
        expect(read.text).toBe(read.text.trim());
        expect(read.due === null || isDay(read.due)).toBe(true);
        expect(new Set(read.others).size).toBe(read.others.length);
        expect(read.who === null || !read.others.includes(read.who.id)).toBe(true);
        let end = 0;
        for (const span of read.spans) {
          expect(span.start >= end && span.end > span.start && span.end <= line.length).toBe(true);
          end = span.end;
        }
        expect(read.spans.some((span) => span.is === 'when')).toBe(read.due !== null);
      }),
      { numRuns: 3000, examples: [['a.s. vr Friday', 'nl']] },
    );
  });

  it('plain words come back as they were, also the second time', () => {
    const words = fc.constantFrom(
      ...'exit tickets toets maken leerlingen samen 3 klas havo rekenen doel! (groep) #les uitleg, ja'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
        const line = list.join(' ');
        const once = readActionLine(line, setting);
        expect(once).toEqual({ text: line, who: null, others: [], due: null, spans: [] });
        expect(readActionLine(once.text, setting)).toEqual(once);
      }),
    );
  });
});

describe('quick enough for every keystroke', () => {
  const long = (part: string) => part.repeat(Math.ceil(10_000 / part.length));
  it.each([
    'a',
    ' ',
    '(',
    '( ',
    ',',
    '@',
    '@sam ',
    'Sam, ',
    'Sam en ',
    'vr ',
    'voor ',
    'tot en met ',
    '27/11 ',
    '1-',
    "a'",
    'a.',
    'volgende week ',
    'exit tickets ',
    ' - Tom',
    '(vr ',
    '(Sam, ',
    'Anne K ',
    '\u0301',
    'eind van de ',
    '1 jan ',
    ': ',
  ])('L16 10 kB of "%s" takes less than 50 ms', (part) => {
    const line = long(part);
    readActionLine(line.slice(0, 2000), setting);
    const took = [1, 2, 3].map(() => {
      const start = performance.now();
      readActionLine(line, setting);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });
});
