import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';
import { figure, figures, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { sum } from '../sums.ts';
import { numberColumn, numbersOf, type Table, table } from '../table.ts';
import { compareLeavers, type LeaversResult } from './leavers.ts';
import type { LittleTest } from './little.ts';
import { missingPatterns } from './patterns.ts';
import { casesByPoint, columnTrend, type TrendResult, trendAtPoint } from './trend.ts';

/** The missing values of the study's files, against R. */
export function missingComparisons(): Comparison[] {
  return [...sets.flatMap((set) => [...trends(set), ...leavers(set), ...little(set)]), ...airquality()];
}

const R = 'R 4.2.2';
const r = rFigures(import.meta.dirname);
const SCALES = ['onderzoek', 'verbeter', 'collega', 'visie', 'leidond', 'leider'];
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

function leavers(set: OracleSet): Comparison[] {
  const culture = compareLeavers(oracleTable(set, 'culture_missing'), {
    stayed: 'missing2',
    value: '0',
    variables: SCALES,
  });
  const impl = ['impl1', 'impl2', 'impl3', 'impl4'];
  const followup = compareLeavers(oracleTable(set, 'followup'), {
    stayed: 'responder',
    value: '0',
    variables: impl,
  });
  const barometer = compareLeavers(thirdWave(set), {
    stayed: 'miss4',
    value: '0',
    variables: ['impl', 'enth'],
  });
  const icalt = compareLeavers(firstVisit(set), {
    stayed: 'drop',
    value: '0',
    variables: ['D1', 'D2', 'D7'],
  });
  const schools = compareLeavers(oracleTable(set, 'schools'), {
    stayed: 'cohort',
    value: '1',
    variables: ['reason'],
  });
  const byName = (result: LeaversResult, path: string) =>
    result.numbers.flatMap((_, place) => means(set, result, place, path, result.numbers[place].variable));
  return [
    ...byName(culture, 'culture_missing'),
    ...followup.numbers.flatMap((_, place) => means(set, followup, place, 'followup_missing', place)),
    ...byName(barometer, 'barometer_missing'),
    ...byName(icalt, 'icalt_missing'),
    ...culture.numbers.map(({ variable, pHolm }) =>
      own(set, 'p by Holm', variable, pHolm, r.number(set, 'holm', variable)),
    ),
    ...culture.numbers
      .filter(({ variable }) => ['onderzoek', 'leider'].includes(variable))
      .flatMap(({ variable, ci }) =>
        r
          .numbers(set, 'ci', variable)
          .map((theirs, end) => own(set, 'interval', variable, ci?.[end], theirs)),
      ),
    ...(['chiSquare', 'df', 'p'] as const).map((name) =>
      own(
        set,
        'chi-square',
        `reason ${name}`,
        schools.categories[0].test?.[name],
        r.number(set, 'leavers_chisq', nameInR(name)),
      ),
    ),
  ];
}

/** The oracle subtracts the second level of the column from the first for t, and the other way round for d. */
function means(
  set: OracleSet,
  { numbers: all }: LeaversResult,
  place: number,
  path: string,
  key: string | number,
): Comparison[] {
  const { variable, stayed, left, welch, pooled, d } = all[place];
  const theirs = (name: string): number => figure(set, path, key, name);
  const counts = figures(set, path, key, 'n');
  const [n0, n1] = Array.isArray(counts) ? counts.map(Number) : [];
  const which = `${path} ${variable}`;
  return [
    own(set, 'n', which, stayed.n, n0),
    own(set, 'n', which, left.n, n1),
    own(set, 'F, η²', `${which} F`, pooled?.F, theirs('F')),
    own(set, 'F, η²', `${which} eta2`, pooled?.eta2, theirs('eta2')),
    own(set, 't (pooled)', which, pooled && -pooled.t, theirs('t_pooled')),
    own(set, 't (pooled)', `${which} df`, pooled?.df, theirs('df2')),
    own(set, 't (pooled)', `${which} p`, pooled?.p, theirs('p')),
    own(set, 't (Welch)', which, welch && -welch.t, theirs('t_welch')),
    own(set, 't (Welch)', `${which} df`, welch?.df, theirs('df_welch')),
    own(set, 't (Welch)', `${which} p`, welch?.p, theirs('p_welch')),
    own(set, 'd', which, d, theirs('d_pooled')),
  ];
}

/** Means of schools in wave 3, and whether they are gone in wave 4. */
function thirdWave(set: OracleSet): Table {
  const barometer = oracleTable(set, 'barometer');
  const [school, wave] = [numbersOf(barometer, 'school'), numbersOf(barometer, 'wave')];
  const inWave = (number: number) => [...school.keys()].filter((row) => wave[row] === number);
  const stayed = new Set(inWave(4).map((row) => school[row]));
  const third = Map.groupBy(inWave(3), (row) => school[row]);
  const meanOf = (name: string) => {
    const values = numbersOf(barometer, name);
    return [...third.values()].map((rows) => {
      const there = rows.map((row) => values[row]).filter((value) => !Number.isNaN(value));
      return sum(there) / there.length;
    });
  };
  return table({
    miss4: numberColumn([...third.keys()].map((id) => (stayed.has(id) ? 0 : 1))),
    impl: numberColumn(meanOf('impl')),
    enth: numberColumn(meanOf('enth')),
  });
}

/** Teachers seen in the first wave, and whether they were not seen in the second. */
function firstVisit(set: OracleSet): Table {
  const icalt = oracleTable(set, 'icalt');
  const [teacher, wave] = [numbersOf(icalt, 'teacher'), numbersOf(icalt, 'wave')];
  const second = new Set([...teacher.keys()].filter((row) => wave[row] === 2).map((row) => teacher[row]));
  const first = [...teacher.keys()].filter((row) => wave[row] === 1);
  const of = (name: string) => numberColumn(first.map((row) => numbersOf(icalt, name)[row]));
  return table({
    drop: numberColumn(first.map((row) => (second.has(teacher[row]) ? 0 : 1))),
    D1: of('D1'),
    D2: of('D2'),
    D7: of('D7'),
  });
}

function little(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const duo = oracleTable(set, 'duo', { types: { brin: 'category' } });
  const wave = numbersOf(barometer, 'wave');
  const tests: Readonly<Record<string, LittleTest | null>> = {
    culture_missing: missingPatterns(oracleTable(set, 'culture_missing'), SCALES).littleTest,
    pupil: missingPatterns(oracleTable(set, 'pupil'), ['board', 'design', 'visit', 'enth', 'y']).littleTest,
    followup: missingPatterns(oracleTable(set, 'followup'), ['impl1', 'impl2', 'impl3', 'impl4']).littleTest,
    barometer_1: missingPatterns(
      someRows(barometer, ['board', 'design', 'vout', 'vin', 'enth'], (row) => wave[row] === 1),
    ).littleTest,
    icalt: missingPatterns(oracleTable(set, 'icalt'), ['D1', 'D2', 'D3', 'D5_avail', 'D6', 'D7']).littleTest,
    duo: missingPatterns(someRows(duo, YEARS, (row) => row < 600)).littleTest,
  };
  return Object.entries(tests).flatMap(([name, test]) =>
    ofTest(test, (key) => r.number(set, name, key), `${set} ${name}`, `${R}, EM by hand`),
  );
}

/** The data set of R's documentation; naniar 1.0 documents 35.1, df 14, p = .00142. */
function airquality(): Comparison[] {
  const names = ['Ozone', 'Solar.R', 'Wind', 'Temp', 'Month', 'Day'];
  const columns = names.map((name) => {
    const values = r.at('airquality', 'values', name);
    return [name, numberColumn(Array.isArray(values) ? values : [])] as const;
  });
  const { littleTest } = missingPatterns(table(Object.fromEntries(columns)));
  return ofTest(littleTest, (key) => r.number('airquality', key), 'airquality', `${R}, EM by hand`);
}

const nameInR = (name: string): string => (name === 'chiSquare' ? 'chisq' : name);

const ofTest = (
  test: LittleTest | null,
  theirs: (key: string) => number,
  which: string,
  source: string,
): Comparison[] =>
  (['chiSquare', 'df', 'p', 'n', 'patterns'] as const).map((key) => ({
    analysis: 'missing',
    figure: 'Little’s MCAR test',
    which: `${which} ${key}`,
    ours: test?.[key] ?? Number.NaN,
    theirs: theirs(nameInR(key)),
    tolerance: SEARCHED,
    source,
  }));

function someRows(data: Table, names: readonly string[], wanted: (row: number) => boolean): Table {
  const rows = Array.from({ length: data.rows }, (_, row) => row).filter(wanted);
  const columns = names.map((name) => {
    const values = numbersOf(data, name);
    return [name, numberColumn(rows.map((row) => values[row]))] as const;
  });
  return table(Object.fromEntries(columns));
}

const own = (
  set: OracleSet,
  name: string,
  which: string,
  ours: number | null | undefined,
  theirs: number,
): Comparison => ({
  analysis: 'missing',
  figure: `leavers: ${name}`,
  which: `${set} ${which}`,
  ours: ours ?? Number.NaN,
  theirs,
  tolerance: CLOSED,
  source: R,
});
