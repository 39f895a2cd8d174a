import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readCsv } from '../csv.ts';
import type { Comparison } from '../oracle/comparison.fixture.ts';
import { checkReport } from './check-report.ts';
import { FIGURE_TYPES, figuresOf } from './figure.ts';

/** A check of the published study that was made by hand, in R; every cell as it was written. */
export interface ByHand {
  readonly id: string;
  readonly check: string;
  readonly computed: string;
  readonly lo: string;
  readonly hi: string;
  readonly verdict: string;
}

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../oracle/study', name), 'utf8');

export const publishedFigures = () => figuresOf(readCsv(read('report_figures.csv'), { types: FIGURE_TYPES }));

export const checksByHand = (): readonly ByHand[] =>
  Papa.parse<ByHand>(read('report_checks.csv'), { header: true, skipEmptyLines: true }).data;

/** Those were written in six digits. */
const SIX_DIGITS = 5e-6;

/** The p-values of the published study, and the range that rounding leaves each. */
export function publishedComparisons(): readonly Comparison[] {
  const { findings } = checkReport(publishedFigures());
  return checksByHand()
    .filter(({ check }) => check === 'p from statistic')
    .flatMap((hand) => {
      const found = findings.find(({ id, check }) => id === hand.id && check === 'p-from-statistic');
      const compare = (which: string, ours: unknown, theirs: string): Comparison => ({
        analysis: 'check-report',
        figure: 'p of a published statistic, and its range',
        which: `${hand.id} ${which}`,
        ours: Number(ours ?? Number.NaN),
        theirs: Number(theirs),
        tolerance: SIX_DIGITS,
        source: 'R 4.2.2 (six digits)',
      });
      return [
        compare('p', found?.computed, hand.computed),
        compare('low', found?.low, hand.lo),
        compare('high', found?.high, hand.hi),
      ];
    });
}
