import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CsvOptions, readCsv } from '../csv.ts';
import type { Table } from '../table.ts';

/** Two draws of the same study: the one that was given, and one with a seed of our own. See README.md. */
export const sets = ['study', 'second-seed'] as const;

export type OracleSet = (typeof sets)[number];

/** @param name without its ending: `barometer`. */
export function oracleTable(set: OracleSet, name: string, options: CsvOptions = {}): Table {
  return readCsv(read(set, `${name}.csv.gz`), options);
}

/** R's figure at a path of `oracle.json`: `figure('study', 'lrt_ML', 'p')`. */
export function figure(set: OracleSet, ...path: readonly (string | number)[]): number {
  const found = figures(set, ...path);
  if (typeof found !== 'number') throw new Error(`${set}/oracle.json has no number at ${path.join('.')}`);
  return found;
}

/** Whatever stands at a path of `oracle.json`. */
export function figures(set: OracleSet, ...path: readonly (string | number)[]): unknown {
  let found: unknown = parsed(set);
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === String(step))?.[1];
  }
  return found;
}

const cache = new Map<OracleSet, unknown>();

function parsed(set: OracleSet): unknown {
  if (!cache.has(set)) cache.set(set, JSON.parse(read(set, 'oracle.json.gz')));
  return cache.get(set);
}

const read = (set: OracleSet, file: string): string =>
  gunzipSync(readFileSync(join(import.meta.dirname, set, file))).toString('utf8');
