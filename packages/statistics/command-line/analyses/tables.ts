import type { FTest } from '../../anova/index.ts';
import { LABELS } from '../labels.ts';
import type { Printer, TableColumn } from '../print.ts';

/** Columns that tables of several analyses have. */

interface Scores {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

export const scores = (to: Printer): readonly TableColumn<Scores>[] => [
  to.counts('n', ({ n }) => n),
  to.numbers(LABELS.mean, ({ mean }) => mean),
  to.numbers('sd', ({ sd }) => sd),
];

export const testedTerms = (to: Printer): readonly TableColumn<FTest & { readonly term: string }>[] => [
  to.words('term', ({ term }) => term),
  to.numbers('F', ({ F }) => F),
  to.numbers('df1', ({ df1 }) => df1),
  to.numbers('df2', ({ df2 }) => df2),
  to.pValues('p', ({ p }) => p),
];
