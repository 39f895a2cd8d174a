import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEAM, TODAY } from './action-line.cases.ts';
import { readActionLine } from './action-line.ts';
import { readActionLines } from './action-line-paste.ts';

const setting = { people: TEAM, today: TODAY };
const FRI = '2026-11-27';

const short = (pasted: string) =>
  readActionLines(pasted, setting).map(({ text, who, due }) => [text, who?.id ?? null, due]);

describe('pasted lines', () => {
  it('P1 every line is an action; empty lines and rules are none', () => {
    expect(short('Sam: exit tickets vr\r\n\n   \n-----\nTom: toets nakijken\rouders bellen')).toEqual([
      ['exit tickets', 'sam', FRI],
      ['toets nakijken', 'tom', null],
      ['ouders bellen', null, null],
    ]);
    expect(short('')).toEqual([]);
  });

  it.each([
    '- Sam: exit tickets vr',
    '* Sam: exit tickets vr',
    '• Sam: exit tickets vr',
    '  – Sam: exit tickets vr',
    '1. Sam: exit tickets vr',
    '12) Sam: exit tickets vr',
    '[ ] Sam: exit tickets vr',
    '- [ ] Sam: exit tickets vr',
    '- [x] Sam: exit tickets vr',
    '☐ Sam: exit tickets vr',
    '3.\tSam: exit tickets vr',
  ])('P2 "%s" without its bullet', (line) => {
    expect(short(line)).toEqual([['exit tickets', 'sam', FRI]]);
  });

  it('P2 a number that belongs to the action stays', () => {
    expect(short('3 exit tickets maken')).toEqual([['3 exit tickets maken', null, null]]);
    expect(short('1.5 uur oefenen')).toEqual([['1.5 uur oefenen', null, null]]);
  });

  it.each([
    'exit tickets maken\tSam\tvr 27 nov',
    'Sam\texit tickets maken\t27-11-2026',
    '27/11\tSam\texit tickets maken',
    '- \t27 november\texit tickets maken\t@sam',
    'exit tickets maken\t\tSam\t\tvrijdag\t',
  ])('P3 columns in any order: "%s"', (line) => {
    expect(short(line)).toEqual([['exit tickets maken', 'sam', FRI]]);
  });

  it('P3 further cells are kept behind the action, an unknown name too', () => {
    expect(short('exit tickets\tPiet\tvr\topen')).toEqual([['exit tickets, Piet, open', null, FRI]]);
    expect(short('Sam\tTom\texit tickets')).toEqual([['Tom, exit tickets', 'sam', null]]);
  });

  it('P3 a cell with several names, and one that fits several people', () => {
    expect(readActionLines('exit tickets\tSam en Tom', setting)).toMatchObject([
      { text: 'exit tickets', who: { id: 'sam' }, others: ['tom'] },
    ]);
    expect(readActionLines('exit tickets\tAnne', setting)).toMatchObject([
      { text: 'exit tickets', who: null, whoAmbiguous: ['anne', 'anne2'] },
    ]);
  });

  it('P4 what has no cell of its own is read from the action', () => {
    expect(short('Sam: exit tickets\tvr')).toEqual([['exit tickets', 'sam', FRI]]);
    expect(short('exit tickets vrijdag\tSam')).toEqual([['exit tickets', 'sam', FRI]]);
    expect(short('Tom helpen morgen\tSam\tvr')).toEqual([['Tom helpen morgen', 'sam', FRI]]);
  });

  it('P5 headings are no action', () => {
    expect(short('Wat\tWie\tWanneer\nexit tickets\tSam\tvr')).toEqual([['exit tickets', 'sam', FRI]]);
    expect(short('Action\tOwner\tDue\nexit tickets\tSam\tFriday')).toEqual([['exit tickets', 'sam', FRI]]);
  });

  it('a row of only a name and a day has no text', () => {
    expect(short('Sam\tvr')).toEqual([['', 'sam', FRI]]);
  });

  it('spans are places in the line as pasted', () => {
    const marked = readActionLines('- [ ] Sam: exit tickets vr\n27-11\texit tickets\tTom', setting).map(
      (read) => read.spans.map((span) => [span.is, read.line.slice(span.start, span.end)]),
    );
    expect(marked).toEqual([
      [
        ['who', 'Sam'],
        ['when', 'vr'],
      ],
      [
        ['when', '27-11'],
        ['who', 'Tom'],
      ],
    ]);
  });

  it('P1 a line without bullet or tab is read as it would be typed', () => {
    const part = fc.constantFrom(
      'Sam',
      'Tom:',
      'vr',
      'exit',
      'tickets',
      'voor',
      'vrijdag',
      '(Noor)',
      'klas',
      '27/11',
    );
    const line = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const read = readActionLines(lines.join('\n'), setting);
        expect(read).toEqual(lines.map((one) => ({ ...readActionLine(one, setting), line: one })));
      }),
    );
  });

  it('P1 whatever is pasted is never a fault', () => {
    const part = fc.oneof(
      fc.constantFrom('\t', '\n', '- ', '[ ]', '1. ', 'Sam', 'vr', 'x'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        for (const read of readActionLines(parts.join(''), setting)) {
          expect(read.spans.every((span) => span.start < span.end && span.end <= read.line.length)).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('200 long lines take less than half a second', () => {
    const text = '- [ ] Sam: exit tickets maken voor groep 3/4 en 5/6 uiterlijk vr 27 nov (Tom)\n'.repeat(
      200,
    );
    const start = performance.now();
    expect(readActionLines(text, setting)).toHaveLength(200);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
