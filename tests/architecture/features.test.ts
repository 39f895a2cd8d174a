import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PartOfBoard } from '#packages/feature';
import type { AnyPart } from '#packages/sync';
import { features } from '../../apps/features.ts';

/** A feature is one line in features/index.ts, and one folder: nothing else has to go with it, or come with it. */
const repository = join(import.meta.dirname, '../..');

type Source = { readonly path: string; readonly text: string };

const sources: readonly Source[] = globSync(
  '{apps,bench,features,packages,scripts,tests}/**/*.{ts,tsx,mjs,sql,json}',
  { cwd: repository },
)
  // It stands alone, and has a folder of columns that are called as researchers call them.
  .filter((path) => !path.startsWith('packages/statistics/'))
  .filter((path) => path !== 'features/index.ts')
  .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));

const isOf = (name: string, { path }: Source): boolean => path.startsWith(`features/${name}/`);
const imports = (name: string, { text }: Source): boolean =>
  new RegExp(`['"](#features|(\\.\\./)+(features)?)/?${name}/`).test(text);

type Listed = (typeof features)[number];
const partsOf = ({ parts }: Listed): readonly AnyPart[] => parts;

/** Features that no other stands on. The board is the wall at which the product is looked at: apps and tests know it. */
const leaves = features.filter(
  (one) =>
    one.name !== 'board' &&
    features.every(
      (other) =>
        other === one ||
        (!partsOf(other).some(({ needs }) => needs.some((need) => partsOf(one).includes(need))) &&
          !sources.some((source) => isOf(other.name, source) && imports(one.name, source))),
    ),
);

/** What a feature is known by: kinds of record and their tables, commands, capabilities; parts of the board where they are quoted. */
function namesOf(one: Listed): RegExp {
  const parts = partsOf(one);
  const records = parts.flatMap(({ records }) => Object.keys(records));
  const tables = records.map((kind) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const commands = parts.flatMap(({ commands }) => Object.keys(commands));
  const given = parts.flatMap(({ gives }) => (gives.partOfBoard ?? []) as readonly PartOfBoard[]);
  const words = [...records, ...tables, ...commands, ...Object.keys(one.access)];
  const exactly = words.map((word) => word.replaceAll('.', '\\.')).join('|');
  const quoted = given.map(({ id }) => `['"\`]${id}['"\`]`);
  return new RegExp([`\\b(?:${exactly})\\b`, ...quoted].join('|'));
}

/** @returns a sentence for every line outside a feature's folder that imports or names it */
const tracesOf = (one: Listed, among: readonly Source[]): string[] =>
  among
    .filter((source) => !isOf(one.name, source))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => imports(one.name, { path, text: line }) || namesOf(one).test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

describe('a feature', () => {
  it('is listed, by the name of its folder', () => {
    const folders = readdirSync(join(repository, 'features'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name);
    expect(features.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it.each(leaves)('$name, that no other stands on, is named nowhere outside its folder', (leaf) => {
    expect(tracesOf(leaf, sources)).toEqual([]);
  });

  it('that is named outside its folder is found', () => {
    const goals = features.find(({ name }) => name === 'goals');
    if (!goals) throw new Error('there are no goals');
    const told = (text: string) => tracesOf(goals, [{ path: 'apps/web/page.tsx', text }]).length;
    for (const line of [
      "import { openGoals } from '#features/goals/domain';",
      "import { goals } from '../../features/goals/index.ts';",
      "send('goal.measure', { goalId });",
      'state.measurement.all()',
      'select * from measurement',
      "may('goals.set')",
      "parts: ['goals']",
      'title: { "actions": 1 }',
    ])
      expect([line, told(line)]).toEqual([line, 1]);
    expect(told('// The goals of this page are many, and its actions few.')).toBe(0);
    expect(tracesOf(goals, [{ path: 'features/goals/web/page.tsx', text: "may('goals.set')" }])).toEqual([]);
  });
});
