import { ENGINE, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { mean, standardDeviation } from '../sums.ts';
import { numbersOf, type Table } from '../table.ts';
import { NO_VALUE } from './box-plot.ts';
import { WITHOUT_GROUP } from './describe.ts';
import { groupRows, listGroups } from './groups.ts';

/** Scores within which each score is placed: one test in one year. */
export interface StandardGroup {
  readonly labels: Readonly<Record<string, string>>;
  /** Values that are there. */
  readonly n: number;
  readonly mean: number | null;
  /** Of a sample: divided by n − 1. */
  readonly sd: number | null;
  /** Whether its scores were standardised. */
  readonly used: boolean;
}

/** A case is a row that got a score. */
export interface StandardiseResult extends Result {
  readonly analysis: 'standardise';
  readonly column: string;
  readonly within: readonly string[];
  readonly score: 'z' | 'T';
  /** One per row of the data; null where the value or the group is missing, or the group cannot be standardised. */
  readonly values: readonly (number | null)[];
  readonly groups: readonly StandardGroup[];
}

export interface StandardiseOptions {
  readonly column: string;
  /** Columns that say what scores are comparable: the test and the year. Default none: all scores together. */
  readonly within?: readonly string[];
  /** z has mean 0 and sd 1; T has mean 50 and sd 10. Default z. */
  readonly score?: 'z' | 'T';
}

/** Under ten scores, the mean and sd say more about who took the test than about the test. */
const SMALL = 10;

/**
 * Standard scores (value − mean) / sd within each group, with the sd of a sample (n − 1). Groups of fewer than two values, or
 * whose values are all the same, stay missing.
 *
 * @throws StatisticsError `unknown-column`, `not-numeric`, `repeated-column`, `no-spread` when no group can be standardised.
 */
export function standardise(data: Table, options: StandardiseOptions): StandardiseResult {
  const { column, within = [], score = 'z' } = options;
  const given = numbersOf(data, column);
  const { groups, ungrouped } = groupRows(data, within);
  const values = new Array<number | null>(data.rows).fill(null);
  let unusable = 0;
  const described = groups.map(({ labels, rows }): StandardGroup => {
    const there = rows.filter((row) => !Number.isNaN(given[row]));
    const own = there.map((row) => given[row]);
    const used = own.some((value) => value !== own[0]);
    const middle = own.length > 0 ? mean(own) : null;
    const sd = own.length < 2 ? null : used ? standardDeviation(own) : 0;
    if (used && middle !== null && sd !== null) {
      for (const row of there) {
        const z = (given[row] - middle) / sd;
        values[row] = score === 'z' ? z : 50 + 10 * z;
      }
    } else unusable += own.length;
    return { labels, n: own.length, mean: middle, sd, used };
  });
  const n = values.filter((value) => value !== null).length;
  if (n === 0) {
    throw new StatisticsError('no-spread', {
      nl: `Geen enkele groep heeft twee verschillende waarden van ${column}. Neem grotere groepen, of minder kolommen om op te splitsen.`,
      en: `Not one group has two different values of ${column}. Take larger groups, or fewer columns to split by.`,
    });
  }
  const dropped = [
    { count: ungrouped, why: WITHOUT_GROUP },
    { count: data.rows - ungrouped - unusable - n, why: NO_VALUE },
    { count: unusable, why: UNUSABLE },
  ].filter(({ count }) => count > 0);
  return {
    analysis: 'standardise',
    method: methodOf(within, score),
    engine: ENGINE,
    n,
    dropped,
    warnings: cautions(described),
    column,
    within,
    score,
    values,
    groups: described,
  };
}

const UNUSABLE: Text = {
  nl: 'de groep heeft maar één waarde, of alleen gelijke waarden',
  en: 'the group has one value only, or only equal values',
};

function methodOf(within: readonly string[], score: 'z' | 'T'): Text {
  const scores = score === 'z' ? 'z-scores' : 'T-scores';
  return {
    nl: `${scores}${within.length > 0 ? ` binnen ${within.join(' × ')}` : ''}, met de steekproef-sd (n − 1)`,
    en: `${scores}${within.length > 0 ? ` within ${within.join(' × ')}` : ''}, with the sample sd (n − 1)`,
  };
}

function cautions(groups: readonly StandardGroup[]): Warning[] {
  const unused = groups.filter(({ used }) => !used);
  const small = groups.filter(({ used, n }) => used && n < SMALL);
  const warnings: Warning[] = [];
  if (unused.length > 0) {
    warnings.push({
      code: 'groups-left-out',
      text: {
        nl: `Zonder standaardscore blijven: ${listGroups(unused, 'nl')}. Eén waarde of alleen gelijke waarden geven geen spreiding.`,
        en: `Without a standard score: ${listGroups(unused, 'en')}. One value, or only equal values, give no spread.`,
      },
    });
  }
  if (small.length > 0) {
    warnings.push({
      code: 'small-groups',
      text: {
        nl: `Minder dan ${SMALL} scores: ${listGroups(small, 'nl')}. Gemiddelde en spreiding zijn daar onzeker, en de standaardscores dus ook.`,
        en: `Fewer than ${SMALL} scores: ${listGroups(small, 'en')}. Mean and spread are uncertain there, and so are the standard scores.`,
      },
    });
  }
  return warnings;
}
