import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { multilevelModel, readCsv } from '#packages/statistics';
import { bundle } from '../../packages/statistics/bundle.fixture.ts';

const folder = join(import.meta.dirname, '..', '..', 'packages', 'statistics');
const formula = 'enth ~ time * sector + board + (1 | school/teacher)';
const references = { sector: 'po' };

test('a browser finds the same figures as the server', async ({ page }) => {
  const text = gunzipSync(readFileSync(join(folder, 'oracle', 'study', 'barometer.csv.gz'))).toString('utf8');
  const code = await bundle(join(folder, 'index.ts'));
  const there = await page.evaluate(
    async ([source, data, words]) => {
      const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const statistics: typeof import('#packages/statistics') = await import(address);
      return statistics.multilevelModel(statistics.readCsv(data, { references: { sector: 'po' } }), {
        formula: words,
      });
    },
    [code, text, formula] as const,
  );
  const here = multilevelModel(readCsv(text, { references }), { formula });
  expect(there.fixed.map(({ term }) => term)).toContain('time:sectorvo');
  for (const [place, row] of here.fixed.entries()) {
    expect(there.fixed[place]?.estimate).toBeCloseTo(row.estimate, 10);
    expect(there.fixed[place]?.df).toBeCloseTo(row.df, 4);
    expect(there.fixed[place]?.p).toBeCloseTo(row.p, 10);
  }
});
