import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv, type Sheet, xlsx } from './index.ts';

const sheetOf = (...rows: Sheet['rows']): Sheet => ({
  name: 'Acties',
  columns: [
    { title: 'Actie', kind: 'text', width: 40 },
    { title: 'Klaar op', kind: 'day', width: 12 },
  ],
  rows,
});

/** What is in the file, by its name in it. */
const inside = async (sheet: Sheet) => {
  const files = unzipSync(await xlsx(sheet));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { cells: text('xl/worksheets/sheet1.xml'), texts: text('xl/sharedStrings.xml') };
};

const formulas = [
  '=HYPERLINK("https://kwaad.example";"klik")',
  '+31 6 12345678',
  '-1+1|cmd',
  '@SUM(A1)',
  '\t=1+1',
  '  =1+1',
  '＝1+1',
  '\r=1+1',
  '\n=1+1',
];

describe('D1 what somebody wrote is text', () => {
  test.each(formulas)('D1 in xlsx: %j', async (text) => {
    const { cells, texts } = await inside(sheetOf([text, null]));
    expect(cells).not.toMatch(/<f[ >]/);
    expect(cells).toMatch(/<c r="A2"[^>]* t="s"/);
    expect(texts.replaceAll('&quot;', '"')).toContain(text.trim().slice(1));
  });

  test.each(formulas)('D1 in CSV: %j', (text) => {
    for (const language of ['nl', 'en'] as const) {
      const [, row] = Papa.parse<string[]>(csv(sheetOf([text, null]), language).slice(1)).data;
      expect(row).toEqual([`'${text}`, '']);
    }
  });

  test('D1 a cell cannot make another, nor a line', () => {
    const text = 'a";=1+1;"b\r\n=2+2;c,d';
    const { data } = Papa.parse<string[]>(csv(sheetOf([text, '2026-11-27']), 'nl').slice(1));
    expect(data).toEqual([
      ['Actie', 'Klaar op'],
      [text, '2026-11-27'],
    ]);
  });

  test('D1 nor does it speak XML', async () => {
    const { texts } = await inside(sheetOf(['</t></si><x>&lol;', null]));
    expect(texts).not.toContain('<x>');
    expect(texts).toContain('&lt;x&gt;&amp;lol;');
  });
});

test('D2 a day is a number that is shown as a day, the same in every zone', async () => {
  const { cells } = await inside(sheetOf(['a', '2026-11-27'], ['b', '2026-03-29']));
  // Days since 30 December 1899, as Excel counts.
  expect(cells).toMatch(/<c r="B2"[^>]*><v>46353<\/v>/);
  expect(cells).toMatch(/<c r="B3"[^>]*><v>46110<\/v>/);
});

test('D3 the head stays in sight, in an empty sheet too', async () => {
  const { cells, texts } = await inside(sheetOf());
  expect(cells).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(texts).toContain('Klaar op');
  expect(csv(sheetOf(), 'nl')).toBe('\uFEFFActie;Klaar op');
});

test('D4 in the notation of its language', () => {
  expect(csv(sheetOf(['één', null]), 'nl')).toBe('\uFEFFActie;Klaar op\r\néén;');
  expect(csv(sheetOf(['één', null]), 'en')).toBe('\uFEFFActie,Klaar op\r\néén,');
});

test('D5 what no sheet can hold does not break it', async () => {
  const { texts } = await inside(
    sheetOf(['a\u0000b\u0008\uFFFFc\uD83Dd 🙂', null], [`${'x'.repeat(32_765)}🙂y`, null]),
  );
  expect(texts).toContain('abcd 🙂');
  expect(texts).toContain(`${'x'.repeat(32_765)}…<`);
});
