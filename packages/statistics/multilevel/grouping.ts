/** Who belongs to which group, and which groups lie within which. */
import type { Formula, Term } from '../formula.ts';
import { evaluateNumbers, takeNumbers } from '../model-matrix.ts';
import { StatisticsError } from '../result.ts';
import { columnOf, type Table } from '../table.ts';

/** The groups of one level, and what differs between them. */
export interface Level {
  /** As lme4 names it: `school`, `teacher:school`. */
  readonly group: string;
  /** Per used row the place of its group. */
  readonly codes: Int32Array;
  /** Per group its name; of a group within a group, `12:3`. */
  readonly labels: readonly string[];
  readonly intercept: boolean;
  /** The predictor whose slope differs between the groups, in the used rows. */
  readonly slope: { readonly name: string; readonly values: Float64Array } | undefined;
  /** Whether intercept and slope may go together. */
  readonly correlated: boolean;
}

export interface Levels {
  /** The outer groups (schools), or the only ones. */
  readonly upper: Level;
  /** Groups that each lie within one outer group (teachers). */
  readonly lower: Level | undefined;
  /** Per lower group the place of its outer group. */
  readonly parents: Int32Array;
}

/**
 * @throws StatisticsError `no-groups`, `too-many-levels`, `crossed-groups`, `too-few-groups`, `too-few-per-group`,
 *   `random-slope` (not one column of numbers).
 */
export function levelsOf(data: Table, formula: Formula, rows: Int32Array): Levels {
  const levels = [...Map.groupBy(formula.random, (random) => random.group).values()].map((terms) =>
    levelOf(data, terms, rows),
  );
  const [first, second] = levels;
  if (first === undefined) {
    throw new StatisticsError('no-groups', {
      nl: 'De formule noemt geen groepen. Voeg ze toe, zoals in “enth ~ time + (1 | school)”, of gebruik een gewone regressie.',
      en: 'The formula names no groups. Add them, as in “enth ~ time + (1 | school)”, or use ordinary regression.',
    });
  }
  if (levels.length > 2) {
    throw new StatisticsError('too-many-levels', {
      nl: `De formule noemt ${levels.length} soorten groepen (${names(levels)}). Er kunnen er hoogstens twee zijn, de ene binnen de andere.`,
      en: `The formula names ${levels.length} kinds of groups (${names(levels)}). There can be two at most, one within the other.`,
    });
  }
  if (second === undefined) return { upper: first, lower: undefined, parents: new Int32Array(0) };
  const [upper, lower] = first.labels.length <= second.labels.length ? [first, second] : [second, first];
  const parents = parentsOf(upper, lower);
  if (!parents) throw crossed(first, second);
  if (upper.labels.length === lower.labels.length) throw sameGroups(first, second);
  return { upper, lower, parents };
}

const names = (levels: readonly Level[]): string => levels.map((level) => level.group).join(', ');

function levelOf(data: Table, terms: Formula['random'], rows: Int32Array): Level {
  const [{ group, columns }] = terms;
  const { codes, labels } = groupRows(data, columns, rows);
  if (labels.length < 2) {
    throw new StatisticsError('too-few-groups', {
      nl: `${group}: alle rijen horen bij één groep (${labels[0]}). Er zijn minstens twee groepen nodig, en liever tien of meer.`,
      en: `${group}: all rows belong to one group (${labels[0]}). At least two groups are needed, and preferably ten or more.`,
    });
  }
  if (labels.length === rows.length) {
    throw new StatisticsError('too-few-per-group', {
      nl: `${group}: elke rij is een eigen groep, dus verschillen binnen en tussen groepen zijn niet te scheiden. Laat deze groep weg.`,
      en: `${group}: every row is a group of its own, so differences within and between groups cannot be told apart. Leave this group out.`,
    });
  }
  const slopes = terms.flatMap((term) => term.slopes);
  if (slopes.length > 1) throw badSlope(group, slopes);
  const [slope] = slopes;
  const intercept = terms.some((term) => term.intercept);
  if (slope && intercept && 2 * labels.length >= rows.length) {
    throw new StatisticsError('too-few-per-group', {
      nl: `${group}: er zijn ${rows.length} rijen voor ${labels.length} groepen met elk een begin en een helling. Dat is te weinig om hun verschillen van toeval te scheiden. Laat de helling weg: (1 | ${group}).`,
      en: `${group}: there are ${rows.length} rows for ${labels.length} groups with an intercept and a slope each. That is too few to tell their differences from chance. Leave the slope out: (1 | ${group}).`,
    });
  }
  return {
    group,
    codes,
    labels,
    intercept,
    slope: slope && slopeOf(data, group, slope, rows),
    correlated: terms.length === 1 && terms[0].correlated,
  };
}

function slopeOf(data: Table, group: string, term: Term, rows: Int32Array): Level['slope'] {
  const [variable, another] = term.variables;
  const { expression, name } = variable;
  const words = expression.kind === 'column' && columnOf(data, expression.name).kind === 'category';
  const factor = expression.kind === 'call' && expression.name === 'factor';
  if (another || words || factor) throw badSlope(group, [term]);
  const values = takeNumbers(evaluateNumbers(expression, data), rows);
  const constant = values.every((value) => value === values[0]);
  if (constant || !values.every(Number.isFinite)) throw badSlope(group, [term]);
  return { name, values };
}

function badSlope(group: string, terms: readonly Term[]): StatisticsError {
  const list = terms.map((term) => term.name).join(' + ');
  return new StatisticsError('random-slope', {
    nl: `(${list} | ${group}): per groep kan één helling verschillen, van één kolom met getallen die niet overal gelijk zijn.`,
    en: `(${list} | ${group}): one slope per group can differ, of one column of numbers that are not the same everywhere.`,
  });
}

function groupRows(
  data: Table,
  columns: readonly string[],
  rows: Int32Array,
): { readonly codes: Int32Array; readonly labels: readonly string[] } {
  const [own, ...outer] = columns.map((name) => {
    const values = columnOf(data, name);
    return values.kind === 'category'
      ? { of: values.codes, label: (value: number): string => values.levels[value] }
      : { of: values.values, label: String };
  });
  let codes = new Int32Array(rows.length);
  let labels: string[] = [];
  const places = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const value = own.of[rows[i]];
    let place = places.get(value);
    if (place === undefined) {
      place = labels.length;
      places.set(value, place);
      labels.push(own.label(value));
    }
    codes[i] = place;
  }
  for (const other of outer) {
    const pairs = new Map<string, number>();
    const before = labels;
    labels = [];
    codes = codes.map((code, i) => {
      const value = other.of[rows[i]];
      const key = `${code} ${value}`;
      const known = pairs.get(key);
      if (known !== undefined) return known;
      pairs.set(key, labels.length);
      labels.push(`${before[code]}:${other.label(value)}`);
      return labels.length - 1;
    });
  }
  return { codes, labels };
}

/** Undefined when a lower group lies in two upper ones. */
function parentsOf(upper: Level, lower: Level): Int32Array | undefined {
  const parents = new Int32Array(lower.labels.length).fill(-1);
  for (let i = 0; i < lower.codes.length; i++) {
    const own = lower.codes[i];
    const parent = upper.codes[i];
    if (parents[own] === -1) parents[own] = parent;
    else if (parents[own] !== parent) return undefined;
  }
  return parents;
}

/** With an example; the formula names the outer groups first. */
function crossed(outer: Level, inner: Level): StatisticsError {
  const first = new Map<number, number>();
  const row = inner.codes.findIndex((own, i) => {
    const known = first.get(own);
    if (known === undefined) first.set(own, outer.codes[i]);
    return known !== undefined && known !== outer.codes[i];
  });
  const own = inner.codes[row];
  const example = inner.labels[own];
  const one = outer.labels[first.get(own) ?? 0];
  const other = outer.labels[outer.codes[row]];
  const nested = `(1 | ${outer.group}/${inner.group})`;
  return new StatisticsError('crossed-groups', {
    nl: `${inner.group} ${example} komt voor in ${outer.group} ${one} en in ${outer.group} ${other}. Zijn dat verschillende groepen met hetzelfde nummer, schrijf dan ${nested}. Hoort een groep echt bij meer dan één ${outer.group}, dan kan dit model niet: laat een van beide weg.`,
    en: `${inner.group} ${example} occurs in ${outer.group} ${one} and in ${outer.group} ${other}. If these are different groups with the same number, write ${nested}. If a group truly belongs to more than one ${outer.group}, this model cannot be used: leave one of the two out.`,
  });
}

const sameGroups = (outer: Level, inner: Level): StatisticsError =>
  new StatisticsError('crossed-groups', {
    nl: `${outer.group} en ${inner.group} zijn dezelfde groepen: elke ${outer.group} heeft maar één ${inner.group}. Laat er een weg.`,
    en: `${outer.group} and ${inner.group} are the same groups: every ${outer.group} has only one ${inner.group}. Leave one out.`,
  });
