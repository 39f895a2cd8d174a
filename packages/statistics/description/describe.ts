import { levelOf } from '../level.ts';
import { ENGINE, type Result, StatisticsError, type Warning } from '../result.ts';
import { type CategoryColumn, columnOf, type Table } from '../table.ts';
import { type Group, groupRows, listGroups } from './groups.ts';
import { type Summary, type SummaryOptions, summarise } from './summary.ts';

/** One column of numbers in one group. */
export interface NumberDescription extends Summary {
  readonly column: string;
  readonly group: Readonly<Record<string, string>>;
}

export interface Frequency {
  readonly value: string;
  readonly count: number;
  /** Of the values that are there; null when there are none. */
  readonly share: number | null;
}

/** One column of categories in one group. */
export interface CategoryDescription {
  readonly column: string;
  readonly group: Readonly<Record<string, string>>;
  readonly n: number;
  readonly missing: number;
  /** The most frequent level; more than one when they are as frequent; none without values. */
  readonly mode: readonly string[];
  readonly frequencies: readonly Frequency[];
}

/** A case is a row. */
export interface DescribeResult extends Result {
  readonly analysis: 'describe';
  readonly quantileType: number;
  readonly level: number;
  readonly by: readonly string[];
  /** Column by column, and within a column group by group. */
  readonly numbers: readonly NumberDescription[];
  readonly categories: readonly CategoryDescription[];
}

export interface DescribeOptions extends SummaryOptions {
  /** Default all columns except those of `by`. */
  readonly columns?: readonly string[];
  /** Columns whose levels make the groups. */
  readonly by?: readonly string[];
}

/**
 * Mean, spread, quantiles and shape of columns of numbers, and frequencies of columns of categories, per group.
 *
 * @throws StatisticsError `no-rows`, `bad-level`, `unknown-column`, `repeated-column`.
 */
export function describe(data: Table, options: DescribeOptions = {}): DescribeResult {
  if (data.rows === 0) {
    throw new StatisticsError('no-rows', {
      nl: 'De gegevens hebben geen rijen: er is niets om te beschrijven.',
      en: 'The data have no rows: there is nothing to describe.',
    });
  }
  const { quantileType = 7, by = [] } = options;
  const level = levelOf(options);
  const { groups, ungrouped } = groupRows(data, by);
  const columns = options.columns ?? [...data.columns.keys()].filter((name) => !by.includes(name));
  const numbers: NumberDescription[] = [];
  const categories: CategoryDescription[] = [];
  for (const name of columns) {
    const column = columnOf(data, name);
    for (const group of groups) {
      if (column.kind === 'category') categories.push(describeCategories(name, group, column));
      else {
        const values = group.rows.map((row) => column.values[row]);
        const summary = summarise(values, { quantileType, level });
        numbers.push({ column: name, group: group.labels, ...summary });
      }
    }
  }
  return {
    analysis: 'describe',
    method: {
      nl: `Beschrijvende maten: steekproef-sd (n − 1), kwantielen van type ${quantileType} (Hyndman en Fan), scheefheid G1 en kurtosis G2 (Joanes en Gill), interval van het gemiddelde met Student t`,
      en: `Descriptive statistics: sample sd (n − 1), quantiles of type ${quantileType} (Hyndman & Fan), skewness G1 and kurtosis G2 (Joanes & Gill), interval of the mean by Student’s t`,
    },
    engine: ENGINE,
    n: data.rows - ungrouped,
    dropped: ungrouped > 0 ? [{ count: ungrouped, why: WITHOUT_GROUP }] : [],
    warnings: smallGroups([...numbers, ...categories]),
    quantileType,
    level,
    by,
    numbers,
    categories,
  };
}

export const WITHOUT_GROUP = {
  nl: 'de groep is niet bekend',
  en: 'the group is not known',
};

function describeCategories(
  name: string,
  group: Group,
  { levels, codes }: CategoryColumn,
): CategoryDescription {
  const counts = levels.map(() => 0);
  for (const row of group.rows) if (codes[row] >= 0) counts[codes[row]] += 1;
  const n = counts.reduce((total, count) => total + count, 0);
  const most = Math.max(...counts);
  return {
    column: name,
    group: group.labels,
    n,
    missing: group.rows.length - n,
    mode: n === 0 ? [] : levels.filter((_, place) => counts[place] === most),
    frequencies: levels.map((value, place) => ({
      value,
      count: counts[place],
      share: n === 0 ? null : counts[place] / n,
    })),
  };
}

/** Under ten, one case decides much of a mean. */
const SMALL = 10;

function smallGroups(described: readonly (NumberDescription | CategoryDescription)[]): Warning[] {
  const small = described
    .filter(({ n }) => n < SMALL)
    .map(({ column, group, n }) => ({ labels: { column, ...group }, n }));
  if (small.length === 0) return [];
  return [
    {
      code: 'small-groups',
      text: {
        nl: `Minder dan ${SMALL} waarden: ${listGroups(small, 'nl')}. Eén geval bepaalt hier al veel.`,
        en: `Fewer than ${SMALL} values: ${listGroups(small, 'en')}. One case decides much here.`,
      },
    },
  ];
}
