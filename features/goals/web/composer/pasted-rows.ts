import { readActionLines } from '#features/goals/domain';
import type { Day } from '#packages/kernel';
import { LONGEST_TEXT, type ReadingSetting } from './composer-view.ts';

/** Pasted lines as they were understood: every one can be corrected or left out before anything is kept. */
export type PastedRow = {
  readonly key: number;
  /** As it was pasted. */
  readonly line: string;
  readonly isIncluded: boolean;
  readonly text: string;
  readonly ownerId: string | null;
  readonly alsoIds: readonly string[];
  readonly due: Day | null;
  /** A name that fits several people: somebody has to choose. */
  readonly isUnclear: boolean;
};

/** As many as one command takes. */
export const MOST_AT_ONCE = 50;

/** More than one line with words: then every line is an action of its own. */
export const isSeveralLines = (text: string): boolean =>
  text.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line)).length > 1;

export function pastedRows(text: string, setting: ReadingSetting): PastedRow[] {
  return readActionLines(text, setting).map((read, key) => ({
    key,
    line: read.line.trim(),
    isIncluded: read.text !== '',
    text: read.text,
    ownerId: read.who?.id ?? null,
    alsoIds: read.others,
    due: read.due,
    isUnclear: read.whoAmbiguous !== undefined,
  }));
}

export const correctRow = (
  rows: readonly PastedRow[],
  key: number,
  correction: Partial<Omit<PastedRow, 'key' | 'line'>>,
): PastedRow[] => rows.map((row) => (row.key === key ? { ...row, ...correction } : row));

/** What would be added now: included lines that say what has to happen, at most as many as go at once. */
export const rowsToAdd = (rows: readonly PastedRow[]): PastedRow[] =>
  rows.filter((row) => row.isIncluded && faultOf(row) === null).slice(0, MOST_AT_ONCE);

/** Why an included line cannot go yet: it does not say what has to happen, or says too much. */
export function faultOf(row: PastedRow): 'empty' | 'long' | null {
  if (!row.isIncluded) return null;
  const text = row.text.trim();
  return text === '' ? 'empty' : text.length > LONGEST_TEXT ? 'long' : null;
}
