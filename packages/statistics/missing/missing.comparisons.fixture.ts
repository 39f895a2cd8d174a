import { CLOSED, type Comparison } from '../oracle/comparison.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { sum } from '../sums.ts';
import { casesByPoint, columnTrend, type TrendResult, trendAtPoint } from './trend.ts';

/** The missing values of the study's files, against R. */
export function missingComparisons(): Comparison[] {
  return sets.flatMap(trends);
}

const YEARS = ['y2016', 'y2017', 'y2018', 'y2019'];

function trends(set: OracleSet): Comparison[] {
  const duo = casesByPoint(oracleTable(set, 'duo', { types: { brin: 'category' } }), YEARS);
  const perCase = trendAtPoint(duo);
  const perColumn = columnTrend(duo);
  const checksums: readonly (readonly [string, number])[] = [
    ['per_school_sum', sum(values(perCase))],
    ['per_school_sumsq', sum(values(perCase).map((value) => value * value))],
    ['spss_column_sum', sum(values(perColumn))],
    ['spss_column_sumsq', sum(values(perColumn).map((value) => value * value))],
  ];
  const source = 'R 4.2.2, lm.fit per school and per column';
  return [
    ...checksums.map(([name, ours]) => ({
      analysis: 'missing',
      figure: 'trend at point, column trend: checksums',
      which: `${set} ${name}`,
      ours,
      theirs: figure(set, 'duo', 'imputed_checksums', name),
      tolerance: CLOSED,
      source,
    })),
    {
      analysis: 'missing',
      figure: 'cases with a gap',
      which: set,
      ours: duo.rows - perCase.completeCases,
      theirs: figure(set, 'duo', 'n_missing_schools'),
      tolerance: 0,
      source,
    },
  ];
}

const values = (result: TrendResult): number[] => result.values.flat().map((value) => value ?? Number.NaN);
