import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';

/** One analysis with its explanation, as a browser would fetch it: at most 40 kB, compressed. */
const LIMIT = 40_000;

const analyses = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['command-line', 'distributions', 'oracle'].includes(entry.name))
  .map(({ name }) => name);

async function bundle(folder: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: join(import.meta.dirname, folder, 'index.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
        onwarn: (warning) => {
          // Vite replaces a module of Node by an empty one and only warns.
          if (/externalized|node:/.test(warning.message ?? '')) throw new Error(warning.message);
        },
      },
    },
  });
  if (!('output' in output)) throw new Error('one build was asked for, and something else came');
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

describe.each(analyses)('%s', (folder) => {
  test('runs in a browser, and is light', async () => {
    const code = await bundle(folder);
    expect(code).not.toMatch(/__vite-browser-external|node:[a-z]/);
    expect(brotliCompressSync(code).length).toBeLessThanOrEqual(LIMIT);
  });
});
