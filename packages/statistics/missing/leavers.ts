import { holm } from '../adjust.ts';
import { chiSquareTest } from '../description/chi-square.ts';
import { type Summary, summarise } from '../description/summary.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Warning } from '../result.ts';
import { independentT, welchT } from '../t-test/two-samples.ts';
import { type CategoryColumn, categoriesOf, columnOf, type Table } from '../table.ts';

export interface LeaversGroup {
  /** Values that are there. */
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

/** A column of numbers; tests are null where a group has fewer than two values or nobody differs. */
export interface LeaversNumbers {
  readonly variable: string;
  readonly stayed: LeaversGroup;
  readonly left: LeaversGroup;
  /** Mean of those who left minus mean of those who stayed; t and d have its sign. */
  readonly difference: number | null;
  /** Of the difference, 95%, by Welch. */
  readonly ci: Interval | null;
  readonly welch: { readonly t: number; readonly df: number; readonly p: number } | null;
  /** Taking both spreads for equal; F = t² is the one-way analysis of variance of two groups. */
  readonly pooled: {
    readonly t: number;
    readonly df: number;
    readonly p: number;
    readonly F: number;
    readonly eta2: number;
  } | null;
  /** Welch's p, corrected by Holm for the number of variables. */
  readonly pHolm: number | null;
  /** Cohen's d: the difference in pooled standard deviations. */
  readonly d: number | null;
  /** Of d, 95%, by the noncentral t. */
  readonly dCi: Interval | null;
}

/** A column of categories; the test is null where it has one level only. */
export interface LeaversCategories {
  readonly variable: string;
  readonly levels: readonly string[];
  /** Per level how many stayed and how many left. */
  readonly stayed: readonly number[];
  readonly left: readonly number[];
  readonly test: { readonly chiSquare: number; readonly df: number; readonly p: number } | null;
  readonly pHolm: number | null;
  readonly cramersV: number | null;
}

/** A case is a row of which it is known whether it stayed. */
export interface LeaversResult extends Result {
  readonly analysis: 'leavers';
  readonly stayed: { readonly column: string; readonly value: string; readonly count: number };
  readonly left: { readonly value: string; readonly count: number };
  readonly numbers: readonly LeaversNumbers[];
  readonly categories: readonly LeaversCategories[];
}

export interface LeaversOptions {
  /** A column with two values. */
  readonly stayed: string;
  /** The value that means “stayed”. Default 1, for a column of 0 and 1. */
  readonly value?: string;
  readonly variables: readonly string[];
}

/**
 * Those who stay in a study against those who leave it, on what is known of both: means by Welch's and Student's t,
 * categories by chi-square. All p-values together are corrected by Holm (1979, Scandinavian Journal of Statistics, 6, 65–70).
 *
 * @throws StatisticsError `unknown-column`, `bad-levels`, `unknown-level`, `no-variables`.
 */
export function compareLeavers(data: Table, options: LeaversOptions): LeaversResult {
  const split = splitRows(data, options);
  if (options.variables.length === 0) {
    throw new StatisticsError('no-variables', {
      nl: 'Noem minstens één kolom om blijvers en afvallers op te vergelijken.',
      en: 'Name at least one column on which to compare those who stay and those who leave.',
    });
  }
  const ofNumbers: LeaversNumbers[] = [];
  const ofCategories: LeaversCategories[] = [];
  for (const variable of options.variables) {
    const column = columnOf(data, variable);
    if (column.kind === 'number') ofNumbers.push(compareMeans(variable, column.values, split));
    else ofCategories.push(compareCounts(data, options.stayed, variable, split));
  }
  const ps = [...ofNumbers.map(({ welch }) => welch?.p), ...ofCategories.map(({ test }) => test?.p)];
  const corrected = correct(ps);
  const unknown = data.rows - split.stayed.length - split.left.length;
  const untested = [...ofNumbers, ...ofCategories].filter((_, place) => ps[place] === undefined);
  return {
    analysis: 'leavers',
    method: {
      nl: 'Blijvers tegenover afvallers: t-toets van Welch (en met gelijke spreiding), chi-kwadraat voor categorieën; p-waarden gecorrigeerd volgens Holm',
      en: 'Those who stay against those who leave: Welch’s t-test (and pooled), chi-square for categories; p-values corrected by Holm',
    },
    engine: ENGINE,
    n: data.rows - unknown,
    dropped: unknown > 0 ? [{ count: unknown, why: UNKNOWN }] : [],
    warnings: cautions(split, untested),
    stayed: { column: options.stayed, value: split.stayedValue, count: split.stayed.length },
    left: { value: split.leftValue, count: split.left.length },
    numbers: ofNumbers.map((one, place) => ({ ...one, pHolm: corrected[place] })),
    categories: ofCategories.map((one, place) => ({ ...one, pHolm: corrected[ofNumbers.length + place] })),
  };
}

const UNKNOWN = {
  nl: 'het is niet bekend of dit geval bleef',
  en: 'it is not known whether this case stayed',
};

interface Split {
  readonly stayedValue: string;
  readonly leftValue: string;
  readonly stayed: readonly number[];
  readonly left: readonly number[];
}

function splitRows(data: Table, { stayed: name, value = '1' }: LeaversOptions): Split {
  const column = categoriesOf(data, name);
  const rowsOf = (place: number): number[] => {
    const rows: number[] = [];
    for (let row = 0; row < data.rows; row++) if (column.codes[row] === place) rows.push(row);
    return rows;
  };
  const used = column.levels.filter((_, place) => rowsOf(place).length > 0);
  if (used.length !== 2) {
    throw new StatisticsError('bad-levels', {
      nl: `De kolom ${name} moet precies twee waarden hebben (gebleven of niet); het zijn er ${used.length}.`,
      en: `Column ${name} must have exactly two values (stayed or not); it has ${used.length}.`,
    });
  }
  const other = used.find((one) => one !== value);
  if (!used.includes(value) || other === undefined) {
    throw new StatisticsError('unknown-level', {
      nl: `De kolom ${name} heeft geen waarde ${value}. Zeg welke van ${used.join(' en ')} “gebleven” betekent.`,
      en: `Column ${name} has no value ${value}. Say which of ${used.join(' and ')} means “stayed”.`,
    });
  }
  return {
    stayedValue: value,
    leftValue: other,
    stayed: rowsOf(column.levels.indexOf(value)),
    left: rowsOf(column.levels.indexOf(other)),
  };
}

function compareMeans(variable: string, values: Float64Array, split: Split): LeaversNumbers {
  const [stayed, left] = [split.stayed, split.left].map((rows) => rows.map((row) => values[row]));
  const [before, after] = [summarise(stayed), summarise(left)];
  return {
    variable,
    stayed: shortOf(before),
    left: shortOf(after),
    difference: before.mean === null || after.mean === null ? null : after.mean - before.mean,
    ...NOT_TESTED,
    ...meansTests(stayed, left),
  };
}

const NOT_TESTED = { ci: null, welch: null, pooled: null, pHolm: null, d: null, dCi: null };

const shortOf = ({ n, mean, sd }: Summary): LeaversGroup => ({ n, mean, sd });

/** Nothing when a group has too few values, or nobody differs. */
function meansTests(
  stayed: readonly number[],
  left: readonly number[],
): Pick<LeaversNumbers, 'ci' | 'welch' | 'pooled' | 'd' | 'dCi'> | undefined {
  const welch = unlessImpossible(() => welchT(stayed, left));
  const pooled = unlessImpossible(() => independentT(stayed, left));
  if (!welch || !pooled) return undefined;
  const d = pooled.effects.find(({ name }) => name === 'd');
  const { t, df, p } = pooled;
  return {
    ci: welch.ci,
    welch: { t: welch.t, df: welch.df, p: welch.p },
    pooled: { t, df, p, F: t ** 2, eta2: t ** 2 / (t ** 2 + df) },
    d: d?.estimate ?? null,
    dCi: d?.ci ?? null,
  };
}

/** A variable that cannot be tested does not stop the others. */
function unlessImpossible<T>(test: () => T): T | undefined {
  try {
    return test();
  } catch (error) {
    if (error instanceof StatisticsError && IMPOSSIBLE.has(error.code)) return undefined;
    throw error;
  }
}

const IMPOSSIBLE = new Set(['too-few-cases', 'no-spread', 'one-level']);

function compareCounts(data: Table, stayed: string, variable: string, split: Split): LeaversCategories {
  const column = categoriesOf(data, variable);
  const found = unlessImpossible(() => chiSquareTest(data, { rows: variable, columns: stayed }));
  return {
    variable,
    levels: column.levels,
    stayed: countLevels(column, split.stayed),
    left: countLevels(column, split.left),
    test: found ? { chiSquare: found.chiSquare, df: found.df, p: found.p } : null,
    pHolm: null,
    cramersV: found?.cramersV ?? null,
  };
}

function countLevels({ levels, codes }: CategoryColumn, rows: readonly number[]): number[] {
  const counts = levels.map(() => 0);
  for (const row of rows) if (codes[row] >= 0) counts[codes[row]] += 1;
  return counts;
}

/** Holm over the p-values that exist. */
function correct(ps: readonly (number | undefined)[]): (number | null)[] {
  const known = ps.filter((p) => p !== undefined);
  const corrected = holm(known);
  let next = 0;
  return ps.map((p) => (p === undefined ? null : corrected[next++]));
}

/** Under twenty leavers, a difference that matters is easily missed. */
const FEW = 20;

function cautions({ stayed, left }: Split, untested: readonly { readonly variable: string }[]): Warning[] {
  const warnings: Warning[] = [];
  const least = Math.min(stayed.length, left.length);
  if (least < FEW) {
    warnings.push({
      code: 'small-groups',
      text: {
        nl: `De kleinste groep telt maar ${least}: een verschil dat ertoe doet wordt dan makkelijk gemist.`,
        en: `The smaller group has only ${least}: a difference that matters is then easily missed.`,
      },
    });
  }
  if (untested.length > 0) {
    const names = untested.map(({ variable }) => variable).join(', ');
    warnings.push({
      code: 'not-tested',
      text: {
        nl: `Niet te toetsen, omdat een groep te weinig waarden heeft of niemand verschilt: ${names}.`,
        en: `Not testable, because a group has too few values or nobody differs: ${names}.`,
      },
    });
  }
  return warnings;
}
