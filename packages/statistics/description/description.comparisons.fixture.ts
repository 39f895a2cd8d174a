import { CLOSED, type Comparison } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { sum } from '../sums.ts';
import { numbersOf, type Table } from '../table.ts';
import { boxPlot } from './box-plot.ts';
import { chiSquareTest } from './chi-square.ts';
import { type DescribeResult, describe } from './describe.ts';
import { histogram } from './histogram.ts';
import { type QuantileType, quantile } from './quantile.ts';
import { standardise } from './standardise.ts';
import type { Summary } from './summary.ts';

/** Descriptions of the study's files, against R: `oracle.json` and what `fixtures/make.R` made. */
export function descriptionComparisons(): Comparison[] {
  return [...sets.flatMap(ofSet), ...smallSamples()];
}

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SECTORS = ['po', 'vo', 'mbo'];
const R = 'R 4.2.2';
const r = rFigures(import.meta.dirname);
const SHARES = r.numbers('shares');

function ofSet(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const duo = oracleTable(set, 'duo', { types: { brin: 'category' } });
  const culture = oracleTable(set, 'culture');
  const pupil = oracleTable(set, 'pupil');
  const schools = oracleTable(set, 'schools');
  return [
    ...oracleMeans(set, barometer),
    ...summaries(set, 'describe enth', describe(barometer, { columns: ['enth'] })),
    ...summaries(set, 'describe board', describe(barometer, { columns: ['board'] })),
    ...summaries(set, 'describe y2016', describe(duo, { columns: ['y2016'] })),
    ...summaries(set, 'describe pupil_enth', describe(pupil, { columns: ['enth'] })),
    ...SECTORS.flatMap((sector) => {
      const { numbers } = describe(barometer, { columns: ['enth'], by: ['sector'] });
      return summary(
        set,
        `describe_by_sector ${sector}`,
        numbers.find(({ group }) => group.sector === sector),
      );
    }),
    ...TYPES.flatMap((type) => quantiles(set, numbersOf(culture, 'onderzoek_1'), type)),
    ...boxes(set, 'box y2016', numbersOf(duo, 'y2016')),
    ...boxes(set, 'box collega_1', numbersOf(culture, 'collega_1')),
    ...bars(set, 'sturges', histogram(numbersOf(culture, 'onderzoek_1'), { breaks: 'sturges' })),
    ...bars(set, 'fd', histogram(numbersOf(duo, 'y2017'), { breaks: 'freedman-diaconis' })),
    ...bars(set, 'twenty', histogram(numbersOf(duo, 'y2018'), { breaks: 20 })),
    ...bars(set, 'fifty', histogram(numbersOf(duo, 'y2018'), { breaks: 50 })),
    ...bars(set, 'three', histogram(numbersOf(pupil, 'board'), { breaks: 3 })),
    ...bars(set, 'given', histogram(numbersOf(barometer, 'enth'), { breaks: quarters })),
    ...bars(set, 'whole', histogram(numbersOf(barometer, 'e1'))),
    ...squares(set, 'sector_reason', schools, 'sector', 'reason'),
    ...squares(set, 'sector_cohort', schools, 'sector', 'cohort'),
    ...squares(set, 'sector_e1', barometer, 'sector', 'e1'),
    ...scores(set, 'within', barometer, 'enth', ['sector', 'wave']),
    ...scores(set, 'within_all', duo, 'y2016', []),
  ];
}

const quarters = Array.from({ length: 17 }, (_, step) => 1 + step / 4);

function oracleMeans(set: OracleSet, barometer: Table): Comparison[] {
  const bySector = describe(barometer, { columns: ['enth'], by: ['sector'] }).numbers;
  const all = describe(barometer, { columns: ['board', 'design'] }).numbers;
  const visits = Float64Array.from(
    numbersOf(barometer, 'vout'),
    (out, row) => out + numbersOf(barometer, 'vin')[row],
  );
  const mean = (values: Float64Array) => {
    const there = values.filter((value) => !Number.isNaN(value));
    return sum(there) / there.length;
  };
  const at = (which: string, ours: number | null, ...path: string[]): Comparison =>
    compare(set, 'mean, sd, se', which, ours, figure(set, 'descriptives', ...path));
  return [
    ...bySector.map(({ group, mean: ours }) =>
      at(`enth ${group.sector}`, ours, 'sector_mean_enth', group.sector),
    ),
    ...all.map(({ column, mean: ours }) => at(column, ours, `mean_${column}`)),
    at('visits', mean(visits), 'mean_visits'),
    ...describe(barometer).numbers.map(({ column, missing }) =>
      compare(
        set,
        'missing values',
        column,
        missing,
        figure(set, 'descriptives', 'missing_cells', column),
        0,
      ),
    ),
  ];
}

const summaries = (set: OracleSet, path: string, { numbers }: DescribeResult): Comparison[] =>
  summary(set, path, numbers[0]);

function summary(set: OracleSet, path: string, found: Summary | undefined): Comparison[] {
  if (!found) throw new Error(`nothing was described for ${path}`);
  const ours: Readonly<Record<string, number | null>> = {
    n: found.n,
    missing: found.missing,
    mean: found.mean,
    sd: found.sd,
    se: found.se,
    lower: found.ci?.[0] ?? null,
    upper: found.ci?.[1] ?? null,
    median: found.median,
    q1: found.q1,
    q3: found.q3,
    min: found.min,
    max: found.max,
    skewness: found.skewness,
    kurtosis: found.excessKurtosis,
  };
  const source = (name: string) =>
    name.endsWith('osis') || name === 'skewness' ? 'e1071 1.7-13, type 2' : R;
  return Object.entries(ours).map(([name, value]) => ({
    ...compare(set, LABELS[name] ?? name, path, value, r.number(set, ...path.split(' '), name)),
    source: source(name),
  }));
}

const LABELS: Readonly<Record<string, string>> = {
  n: 'n, missing, min, max',
  missing: 'n, missing, min, max',
  min: 'n, missing, min, max',
  max: 'n, missing, min, max',
  mean: 'mean, sd, se',
  sd: 'mean, sd, se',
  se: 'mean, sd, se',
  lower: 'interval of a mean',
  upper: 'interval of a mean',
  q1: 'quartiles',
  q3: 'quartiles',
  median: 'quartiles',
};

function quantiles(set: OracleSet, values: Float64Array, type: QuantileType): Comparison[] {
  return SHARES.map((p, place) =>
    compare(
      set,
      'quantiles of type 1–9',
      `type ${type}, ${p}`,
      quantile(values, p, type),
      r.number(set, 'quantiles', type, place),
    ),
  );
}

function boxes(set: OracleSet, path: string, values: Float64Array): Comparison[] {
  const box = boxPlot(values, { type: 'hinges' });
  const far = box.farOutliers.map(({ value }) => value);
  const out = [...box.outliers, ...box.farOutliers].sort((a, b) => a.row - b.row).map(({ value }) => value);
  const ours = {
    stats: [box.whiskers[0], box.q1, box.median, box.q3, box.whiskers[1]],
    notch: box.notch,
    out,
    far,
  };
  return Object.entries(ours).flatMap(([name, found]) =>
    eachOf(set, 'box plot (hinges)', found, [...path.split(' '), name]),
  );
}

function bars(
  set: OracleSet,
  path: string,
  { edges, counts, density }: ReturnType<typeof histogram>,
): Comparison[] {
  return Object.entries({ edges, counts, density }).flatMap(([name, found]) =>
    eachOf(set, 'histogram', found, ['bars', path, name]),
  );
}

function squares(set: OracleSet, path: string, data: Table, rows: string, columns: string): Comparison[] {
  const { chiSquare, df, p, cramersV } = chiSquareTest(data, { rows, columns });
  return Object.entries({ chisq: chiSquare, df, p, v: cramersV }).map(([name, value]) =>
    compare(set, 'chi-square test, Cramér’s V', `${path} ${name}`, value, r.number(set, 'chisq', path, name)),
  );
}

function scores(
  set: OracleSet,
  path: string,
  data: Table,
  column: string,
  within: readonly string[],
): Comparison[] {
  const { n, values } = standardise(data, { column, within });
  const z = values.map((value) => value ?? 0);
  const ours = {
    n,
    sumsq: sum(z.map((value) => value ** 2)),
    weighted: sum(z.map((value, row) => value * (row + 1))),
  };
  return [
    ...Object.entries(ours).map(([name, value]) =>
      compare(set, 'standard scores', `${path} ${name}`, value, r.number(set, path, name)),
    ),
    ...eachOf(set, 'standard scores', z.slice(0, 20), [path, 'first']),
  ];
}

function smallSamples(): Comparison[] {
  const compareSmall = (figureName: string, which: string, ours: number, theirs: number): Comparison => ({
    analysis: 'describe',
    figure: figureName,
    which,
    ours,
    theirs,
    tolerance: CLOSED,
    source: R,
  });
  return Array.from({ length: 12 }, (_, size) => {
    const values = r.numbers('small', size, 'values');
    const hinges = r.numbers('small', size, 'hinges');
    const { q1, median, q3 } = boxPlot(values, { type: 'hinges' });
    return [
      ...TYPES.flatMap((type) =>
        r.numbers('small', size, 'quantiles', type).map((theirs, place) => {
          const which = `${size + 1} values, type ${type}, ${SHARES[place]}`;
          return compareSmall('quantiles of type 1–9', which, quantile(values, SHARES[place], type), theirs);
        }),
      ),
      ...[q1, median, q3].map((ours, place) =>
        compareSmall('box plot (hinges)', `${size + 1} values`, ours, hinges[place + 1]),
      ),
    ];
  }).flat();
}

function eachOf(
  set: OracleSet,
  name: string,
  ours: readonly number[],
  path: readonly string[],
): Comparison[] {
  const theirs = r.numbers(set, ...path);
  return [
    compare(set, name, `${path.join(' ')} length`, ours.length, theirs.length, 0),
    ...ours.map((value, place) => compare(set, name, `${path.join(' ')} ${place}`, value, theirs[place])),
  ];
}

const compare = (
  set: OracleSet,
  name: string,
  which: string,
  ours: number | null,
  theirs: number,
  tolerance = CLOSED,
): Comparison => ({
  analysis: 'describe',
  figure: name,
  which: `${set} ${which}`,
  ours: ours ?? Number.NaN,
  theirs,
  tolerance,
  source: R,
});
