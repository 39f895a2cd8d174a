import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundle } from './bundle.fixture.ts';

/** One analysis with its explanation, as a browser fetches it: at most 40 kB, compressed. */
const LIMIT = 40_000;

const analyses = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'index.ts')),
);

test('there are analyses', () => expect(analyses.length).toBeGreaterThan(8));

describe.each(analyses)('%s', (folder) => {
  test('runs in a browser, and is light', async () => {
    const code = await bundle(join(import.meta.dirname, folder, 'index.ts'));
    expect(code).not.toMatch(/__vite-browser-external|["']node:/);
    expect(brotliCompressSync(code).length).toBeLessThanOrEqual(LIMIT);
  });
});
