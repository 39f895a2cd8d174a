import { ENGINE, type Result, StatisticsError, type Text } from '../result.ts';
import { mean, standardDeviation } from '../sums.ts';
import type { CategoryColumn } from '../table.ts';
import { type Item, type ItemOptions, type PreparedItem, prepareItems } from './items.ts';

export interface ScaleScoreOptions extends ItemOptions {
  /** How much must be answered for a score: a number of items, or a share of them (0.75 of 4 items is 3). */
  readonly minimum: { readonly items: number } | { readonly share: number };
}

export interface ScaleScores extends Result {
  readonly analysis: 'scale-scores';
  /** One per respondent, in the order given; null where too few items were answered. */
  readonly scores: readonly (number | null)[];
  /** Number of items, and how many of them must be answered. */
  readonly k: number;
  readonly minimum: number;
  readonly mean: number;
  /** Null of one score. */
  readonly sd: number | null;
  readonly min: number;
  readonly max: number;
}

/**
 * A score per respondent: the mean of the items that were answered, missing when fewer than the minimum were. `n` is
 * the number of scores.
 *
 * @throws StatisticsError those of `prepareItems`, and `bad-minimum`, `no-scores`.
 */
export function scaleScores(given: readonly Item[], options: ScaleScoreOptions): ScaleScores {
  const items = prepareItems(given, options, 1);
  const minimum = minimumOf(options.minimum, items.length);
  const scores = Array.from(items[0].values.keys(), (row) => scoreOf(items, row, minimum));
  const known = scores.filter((score) => score !== null);
  if (known.length === 0) throw noScores();
  const dropped = scores.length - known.length;
  return {
    analysis: 'scale-scores',
    method: {
      nl: `gemiddelde van de beantwoorde vragen, bij minstens ${minimum} van de ${items.length}`,
      en: `mean of the answered items, with at least ${minimum} of ${items.length}`,
    },
    engine: ENGINE,
    n: known.length,
    dropped:
      dropped === 0
        ? []
        : [{ count: dropped, why: { nl: 'te weinig vragen beantwoord', en: 'answered too few items' } }],
    warnings: [],
    scores,
    k: items.length,
    minimum,
    ...spread(known),
  };
}

export interface GroupScoreOptions {
  /** Respondents that a group needs for a score: below it, people can be recognised. Default 3. */
  readonly minimum?: number;
}

export interface GroupScore {
  readonly group: string;
  /** Respondents with a score. */
  readonly n: number;
  /** Null when the group has too few respondents. */
  readonly mean: number | null;
  /** Spread between the respondents; null with fewer than two, or too few. */
  readonly sd: number | null;
}

export interface GroupScores extends Result {
  readonly analysis: 'group-scores';
  /** In the order of the groups' levels. */
  readonly groups: readonly GroupScore[];
  readonly minimum: number;
  /** Of the groups' means, every group counting once. */
  readonly mean: number;
  /** Spread between the groups' means; null of one group. */
  readonly sd: number | null;
  readonly min: number;
  readonly max: number;
}

/**
 * A score per group: the mean of its respondents, each respondent counting once however often it answered (a school's
 * score is the mean of its teachers' means). `n` is the number of groups with a score.
 *
 * @param scores one per row; null or NaN is missing.
 * @param groups one per row.
 * @param respondents who the row is from, within its group; without it every row is somebody else.
 * @throws StatisticsError `unequal-columns`, `no-scores`.
 */
export function groupScores(
  scores: ArrayLike<number | null>,
  groups: CategoryColumn,
  respondents?: CategoryColumn,
  options: GroupScoreOptions = {},
): GroupScores {
  const minimum = options.minimum ?? 3;
  refuseUnequal(scores.length, [groups, ...(respondents ? [respondents] : [])]);
  const found = byGroup(scores, groups, respondents);
  const described = groups.levels.map((group, code) => describeGroup(group, found[code], minimum));
  const means = described.map((group) => group.mean).filter((value) => value !== null);
  if (means.length === 0) throw noGroups(minimum);
  const few = described.length - means.length;
  const why: Text = {
    nl: `groepen met minder dan ${minimum} mensen`,
    en: `groups of fewer than ${minimum} people`,
  };
  return {
    analysis: 'group-scores',
    method: {
      nl: `gemiddelde per groep van het gemiddelde per persoon, bij minstens ${minimum} personen`,
      en: `mean per group of the mean per person, with at least ${minimum} people`,
    },
    engine: ENGINE,
    n: means.length,
    dropped: few === 0 ? [] : [{ count: few, why }],
    warnings: [],
    groups: described,
    minimum,
    ...spread(means),
  };
}

function scoreOf(items: readonly PreparedItem[], row: number, minimum: number): number | null {
  const answered = items.map(({ values }) => values[row]).filter((value) => !Number.isNaN(value));
  return answered.length >= minimum ? mean(answered) : null;
}

/** Per group the mean of each respondent. */
function byGroup(
  scores: ArrayLike<number | null>,
  groups: CategoryColumn,
  respondents: CategoryColumn | undefined,
): readonly (readonly number[])[] {
  const found = groups.levels.map(() => new Map<number, number[]>());
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row];
    const group = groups.codes[row];
    const who = respondents ? respondents.codes[row] : row;
    if (score === null || Number.isNaN(score) || group < 0 || who < 0) continue;
    const own = found[group].get(who);
    if (own) own.push(score);
    else found[group].set(who, [score]);
  }
  return found.map((people) => [...people.values()].map(mean));
}

function describeGroup(group: string, scores: readonly number[], minimum: number): GroupScore {
  const n = scores.length;
  const enough = n > 0 && n >= minimum;
  return {
    group,
    n,
    mean: enough ? mean(scores) : null,
    sd: enough && n > 1 ? standardDeviation(scores) : null,
  };
}

function spread(values: readonly number[]): { mean: number; sd: number | null; min: number; max: number } {
  return {
    mean: mean(values),
    sd: values.length > 1 ? standardDeviation(values) : null,
    min: values.reduce((low, value) => Math.min(low, value)),
    max: values.reduce((high, value) => Math.max(high, value)),
  };
}

function minimumOf(minimum: ScaleScoreOptions['minimum'], k: number): number {
  // A share that comes to a whole number of items but for rounding asks for that number.
  const needed = 'items' in minimum ? minimum.items : Math.ceil(minimum.share * k - 1e-9);
  if (Number.isInteger(needed) && needed >= 1 && needed <= k) return needed;
  throw new StatisticsError('bad-minimum', {
    nl: `Het minimum aantal beantwoorde vragen moet een geheel getal van 1 tot en met ${k} zijn, of een deel daarvan boven 0.`,
    en: `The minimum of answered items must be a whole number from 1 to ${k}, or a share of them above 0.`,
  });
}

function refuseUnequal(rows: number, columns: readonly CategoryColumn[]): void {
  const other = columns.find(({ codes }) => codes.length !== rows);
  if (!other) return;
  throw new StatisticsError('unequal-columns', {
    nl: `Er zijn ${rows} scores, en ${other.codes.length} rijen die zeggen van wie ze zijn.`,
    en: `There are ${rows} scores, and ${other.codes.length} rows that say whose they are.`,
  });
}

const noScores = (): StatisticsError =>
  new StatisticsError('no-scores', {
    nl: 'Niemand heeft genoeg vragen beantwoord voor een score.',
    en: 'Nobody answered enough items for a score.',
  });

const noGroups = (minimum: number): StatisticsError =>
  new StatisticsError('no-scores', {
    nl: `Geen enkele groep heeft ${minimum} mensen met een score. Neem groepen samen of verlaag het minimum.`,
    en: `No group has ${minimum} people with a score. Join groups or lower the minimum.`,
  });
