import { describe, expect, it } from 'vitest';
import { correctRow, faultOf, isSeveralLines, MOST_AT_ONCE, pastedRows, rowsToAdd } from './pasted-rows.ts';

const people = [
  { id: 'sam-b', name: 'Sam Boer' },
  { id: 'sam-v', name: 'Sam Visser' },
  { id: 'tom', name: 'Tom Bakker' },
];
const setting = { people, today: '2026-11-24', language: 'nl' as const };
const pasted = [
  '- Tom: exit tickets maken vr',
  '',
  '2. Sam lesbezoek plannen voor 1 december',
  'Tom',
  'koffie regelen',
].join('\r\n');

describe('pasted lines', () => {
  it('several lines with words are several actions', () => {
    expect(isSeveralLines(pasted)).toBe(true);
    expect(isSeveralLines('één regel\n\n ---\n')).toBe(false);
  });

  it('shows every line as it was understood', () => {
    const rows = pastedRows(pasted, setting);
    expect(rows.map(({ text, ownerId, due }) => [text, ownerId, due])).toEqual([
      ['exit tickets maken', 'tom', '2026-11-27'],
      ['lesbezoek plannen', null, '2026-12-01'],
      ['', 'tom', null],
      ['koffie regelen', null, null],
    ]);
    expect(rows.map(({ isUnclear }) => isUnclear)).toEqual([false, true, false, false]);
    expect(rows[0]?.line).toBe('- Tom: exit tickets maken vr');
  });

  it('a line without something to do is not taken along until somebody says what', () => {
    const rows = pastedRows(pasted, setting);
    expect(rows.map(({ isIncluded }) => isIncluded)).toEqual([true, true, false, true]);
    const included = correctRow(rows, 2, { isIncluded: true });
    expect(included.map(faultOf)).toEqual([null, null, 'empty', null]);
    expect(rowsToAdd(included)).toHaveLength(3);
    expect(rowsToAdd(correctRow(included, 2, { text: 'bellen' }))).toHaveLength(4);
  });

  it('a line can be corrected and left out', () => {
    const rows = correctRow(
      correctRow(pastedRows(pasted, setting), 1, { ownerId: 'sam-v', isUnclear: false }),
      3,
      { isIncluded: false },
    );
    expect(rowsToAdd(rows).map(({ ownerId }) => ownerId)).toEqual(['tom', 'sam-v']);
  });

  it('a line that is too long waits until it is shorter; nothing of it is cut', () => {
    const words = 'exit tickets maken en '.repeat(20);
    const rows = pastedRows(`${words}nog iets\nkoffie regelen`, setting);
    expect(rows.map(faultOf)).toEqual(['long', null]);
    expect(rows[0]?.text.length).toBeGreaterThan(400);
    expect(rowsToAdd(rows).map(({ text }) => text)).toEqual(['koffie regelen']);
  });

  it('no more go at once than one command takes', () => {
    const many = Array.from({ length: 70 }, (_, index) => `actie nummer ${index} bespreken`).join('\n');
    expect(pastedRows(many, setting)).toHaveLength(70);
    expect(rowsToAdd(pastedRows(many, setting))).toHaveLength(MOST_AT_ONCE);
  });
});
