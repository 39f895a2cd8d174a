import { fTail } from '../distributions.ts';
import type { Matrix } from '../linear-algebra.ts';
import type { CellStatistics, Cells } from './cells.ts';
import { hypothesis, type SumsOfSquares, termsOf } from './hypotheses.ts';
import { traceOf } from './rotation.ts';

export interface Effect {
  /** As R names it: `group`, `within`, `group:within`. */
  readonly term: string;
  readonly F: number;
  /** After the correction. */
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Generalised eta squared, factors taken as manipulated (Olejnik & Algina 2003, Psychological Methods 8, 434–447). */
  readonly ges: number;
  readonly partialEta2: number;
  readonly sumSq: number;
  readonly errorSumSq: number;
  /** Without correction; null for terms without the within factor, which need none. */
  readonly uncorrected: { readonly df1: number; readonly df2: number; readonly p: number } | null;
}

/** A design with its sums of squares, before a hypothesis is put to it. */
export interface Design {
  /** Of the within factor. */
  readonly levels: readonly string[];
  readonly cells: Cells;
  /** Of the rotated scores. */
  readonly statistics: CellStatistics;
  /** Sums of squares and products of the within contrasts, inside the cells. */
  readonly error: Matrix;
  /** Per within level, the variance of its scores inside the cells. */
  readonly variances: readonly number[];
  readonly withinName: string;
  /** By which the degrees of freedom of within terms are multiplied. */
  readonly factor: number;
}

/** Between factors and their crossings, then the within factor and its crossings, as afex orders them. */
export function effectsOf(
  { cells, statistics, error, withinName, factor }: Design,
  type: SumsOfSquares,
): Effect[] {
  const [sums, ...contrasts] = statistics.means;
  // A constant in all scores would cost digits; every term but the mean is blind to it.
  const overall = sums.map((value) => value - sums[0]);
  const betweenError = statistics.error.values[0];
  const withinError = traceOf(error);
  const plain: Effect[] = [];
  const crossed: Effect[] = [];
  for (const term of termsOf(cells)) {
    const tested = hypothesis(cells, term, type);
    const names = term.map((place) => cells.factors[place].name);
    if (term.length > 0) {
      const sumSq = tested.sumSq(overall);
      const [df1, df2] = [tested.df, cells.errorDf];
      const F = sumSq / df1 / (betweenError / df2);
      plain.push({
        term: names.join(':'),
        F,
        df1,
        df2,
        p: fTail(F, df1, df2),
        ...sizes(sumSq, betweenError, withinError),
        sumSq,
        errorSumSq: betweenError,
        uncorrected: null,
      });
    }
    const sumSq = contrasts.reduce((total, means) => total + tested.sumSq(means), 0);
    const df1 = tested.df * contrasts.length;
    const df2 = cells.errorDf * contrasts.length;
    const F = sumSq / df1 / (withinError / df2);
    crossed.push({
      term: [...names, withinName].join(':'),
      F,
      df1: factor * df1,
      df2: factor * df2,
      p: fTail(F, factor * df1, factor * df2),
      ...sizes(sumSq, withinError, betweenError),
      sumSq,
      errorSumSq: withinError,
      uncorrected: { df1, df2, p: fTail(F, df1, df2) },
    });
  }
  return [...plain, ...crossed];
}

const sizes = (sumSq: number, ownError: number, otherError: number): Pick<Effect, 'ges' | 'partialEta2'> => ({
  ges: sumSq / (sumSq + ownError + otherError),
  partialEta2: sumSq / (sumSq + ownError),
});
