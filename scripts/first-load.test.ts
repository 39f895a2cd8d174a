import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstLoadOf, MOST, tooHeavy } from './first-load.ts';

const folder = (page: string, files: Record<string, number>) => {
  const made = mkdtempSync(join(tmpdir(), 'samenbeter-load-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  mkdirSync(join(made, 'assets'));
  writeFileSync(join(made, 'index.html'), page);
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(made, 'assets', `${name}.br`), 'x'.repeat(bytes));
  return made;
};

test('the first load is what the page names, as it is served', () => {
  const page = `<script type="module" src="/assets/main.js"></script><link rel="modulepreload" href="/assets/board.js">
    <link rel="stylesheet" href="/assets/board.css"><link rel="icon" href="/icon.svg">`;
  const files = { 'main.js': 10, 'board.js': 300, 'board.css': 40, 'seldom.js': 5000 };
  expect(firstLoadOf(folder(page, files))).toEqual({ scripts: 310, styles: 40, files: 3 });
});

test('above a limit it is said which, and at it nothing is', () => {
  expect(tooHeavy(MOST)).toEqual([]);
  expect(tooHeavy({ ...MOST, scripts: MOST.scripts + 1 })).toEqual([expect.stringContaining('scripts')]);
  expect(tooHeavy({ ...MOST, styles: MOST.styles + 1 })).toEqual([expect.stringContaining('styles')]);
  expect(tooHeavy({ ...MOST, files: MOST.files + 1 })).toEqual([expect.stringContaining('files')]);
});

test('a page in which nothing is found is no light page', () => {
  expect(tooHeavy(firstLoadOf(folder('<p>', {})))).toEqual([expect.stringContaining('could not be weighed')]);
});
