import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stats, wordsOf } from './io.fixture.ts';

/**
 * What the documentation shows is what comes out. `UPDATE_EXAMPLES=1` writes the output under every command instead
 * of comparing it; look at what changed before you keep it.
 */
const update = process.env.UPDATE_EXAMPLES === '1';
const HOW =
  'To write the new output: UPDATE_EXAMPLES=1 npx vitest run packages/statistics/command-line/examples.test.ts';

const COMMAND = '$ npm run --silent stats -- ';
const FENCE = /^```console\n([\s\S]*?)^```$/gm;

const statistics = join(import.meta.dirname, '..');
const readmes = readdirSync(statistics, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('README.md'))
  .map((name) => join(statistics, name))
  .filter((file) => readFileSync(file, 'utf8').includes(COMMAND));

/** A block may hold more commands, each with its output under it. */
function examplesIn(block: string): readonly { readonly command: string; readonly output: string }[] {
  return block
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith(COMMAND))
    .map((part) => {
      const [line, ...output] = part.trimEnd().split('\n');
      return { command: line.slice(COMMAND.length), output: output.join('\n') };
    });
}

describe.each(readmes.map((file) => ({ name: relative(statistics, file), file })))('$name', ({ file }) => {
  const text = readFileSync(file, 'utf8');
  const examples = Array.from(text.matchAll(FENCE), ([, block]) => examplesIn(block)).flat();

  test.each(examples)('$command', async ({ command, output }) => {
    const { code, out, err } = await stats(wordsOf(command));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    if (update) replaceOutput(file, command, output, out.trimEnd());
    else expect(output, HOW).toBe(out.trimEnd());
  });
});

function replaceOutput(file: string, command: string, old: string, now: string): void {
  const before = `${COMMAND}${command}\n${old === '' ? '' : `${old}\n`}`;
  const after = `${COMMAND}${command}\n${now}\n`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(before, () => after),
  );
}
