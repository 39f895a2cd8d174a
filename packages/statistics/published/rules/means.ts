import type { Text } from '../../result.ts';
import { type Figure, keyed } from '../figure.ts';
import { finding, fit, meet, type Rule } from '../finding.ts';
import { type Printed, printedList, printedRange } from '../notation.ts';
import { brief, said } from '../saying.ts';

/** The mean of a row of printed cells (`0;2;8;14`), none of which can be below zero when none is printed so. */
export const rowMean: Rule = (figure) => {
  const cells = printedList(figure.loose);
  const { statistic } = figure;
  if (figure.kind !== 'row-mean' || !cells || !statistic) return [];
  const negative = cells.some((cell) => cell.value < 0);
  const mean = (end: 'value' | 'low' | 'high'): number =>
    cells.reduce((sum, cell) => sum + (negative ? cell[end] : Math.max(0, cell[end])), 0) / cells.length;
  const [computed, low, high] = [mean('value'), mean('low'), mean('high')];
  const verdict = fit(statistic, computed, low, high);
  const detail: Text = {
    nl: 'Het past alleen als de cellen zelf gunstig zijn afgerond.',
    en: 'It fits only when the cells themselves were rounded that way.',
  };
  return [
    finding(figure, 'row-mean', {
      reported: statistic.text,
      computed,
      low,
      high,
      verdict,
      ...(verdict === 'match-by-rounding' ? { detail } : {}),
    }),
  ];
};

/** The mean over groups (`po=15;vo=28`), weighted with the counts of a row in the same section with the same groups. */
export const meanOfGroups: Rule = (figure, all) => {
  const { statistic } = figure;
  const groups = [...figure.keys.keys()];
  if (figure.kind !== 'mean' || !statistic || groups.length < 2) return [];
  const weights = all.find(
    (other) =>
      other.kind === 'counts' &&
      other.chapter === figure.chapter &&
      other.keys.size === groups.length &&
      groups.every((group) => keyed(other, group)),
  );
  if (!weights || !groups.every((group) => keyed(figure, group))) return [];
  const of = (source: Figure, group: string, end: 'value' | 'low' | 'high'): number =>
    keyed(source, group)?.[end] ?? 0;
  const total = groups.reduce((sum, group) => sum + of(weights, group, 'value'), 0);
  const mean = (end: 'value' | 'low' | 'high'): number =>
    groups.reduce((sum, group) => sum + of(figure, group, end) * of(weights, group, 'value'), 0) / total;
  const [computed, low, high] = [mean('value'), mean('low'), mean('high')];
  const detail: Text = {
    nl: `Gewogen met de aantallen van ${weights.id}.`,
    en: `Weighted with the counts of ${weights.id}.`,
  };
  const verdict = fit(statistic, computed, low, high);
  return [
    finding(figure, 'mean-of-groups', { reported: statistic.text, computed, low, high, verdict, detail }),
  ];
};

/** Every printed mean lies within the `range` that the text gives. */
export const withinRange: Rule = (figure) => {
  const range = printedRange(figure.keys.get('range')?.[0] ?? '');
  const means = printedList(figure.items);
  if (figure.kind !== 'mean' || !range || !means) return [];
  const span = { low: range[0].low, high: range[1].high };
  const outside = means.filter((mean) => !meet(mean, span)).map((mean) => mean.text);
  return [
    finding(figure, 'within-range', {
      reported: figure.text,
      computed: outside.length === 0 ? null : outside.join(';'),
      low: range[0].value,
      high: range[1].value,
      verdict: outside.length === 0 ? 'match' : 'mismatch',
    }),
  ];
};

/**
 * A mean of whole scores that n of them cannot give (GRIM: Brown & Heathers 2017): n × mean, over `items` questions,
 * must be near a whole number.
 */
export const grim: Rule = (figure) => {
  const n = keyed(figure, 'n')?.value;
  const { statistic } = figure;
  if (figure.kind !== 'mean' || !statistic || n === undefined) return [];
  const scores = n * (keyed(figure, 'items')?.value ?? 1);
  // From here on every mean can be made, so the check says nothing.
  if (scores >= 10 ** statistic.decimals) return [];
  const computed = Math.round(statistic.value * scores) / scores;
  const verdict = fit(statistic, computed) === 'match' ? 'match' : 'mismatch';
  const below = Math.floor(statistic.value * scores);
  const detail = said(
    [scores, below / scores, (below + 1) / scores],
    (count, low, high) =>
      `Met ${count} hele scores kan het gemiddelde ${low} of ${high} zijn, maar dit niet.`,
    (count, low, high) => `${count} whole scores can have a mean of ${low} or ${high}, but not this one.`,
  );
  return [
    finding(figure, 'grim', {
      reported: statistic.text,
      computed,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

const MOST_GROUPS = 4;
/** Half a unit of the cell of the whole, and half of the cells of the groups. */
const ROUNDING = 1;

/**
 * A row of means over everyone (the first of `rows=C13-C16`) is one weighting of the rows of the groups (the others):
 * the weights, searched in hundredths, that come closest in the worst cell.
 */
export const commonWeighting: Rule = (figure, all) => {
  const [, from, to] = /^(\S+)-(\S+)$/.exec(figure.keys.get('rows')?.[0] ?? '') ?? [];
  if (figure.kind !== 'weighted-mean' || from === undefined) return [];
  const place = (id: string): number => all.findIndex((other) => other.id === id);
  const [whole, ...groups] = all.slice(place(from), place(to) + 1).map((row) => printedList(row.loose));
  if (!whole || groups.length < 2 || groups.length > MOST_GROUPS) return [];
  const cells = groups.filter((group) => group !== undefined);
  if (cells.length < groups.length || cells.some((group) => group.length !== whole.length)) return [];
  const unit = 1 / 10 ** Math.max(...whole.map((cell) => cell.decimals));
  const { apart, weights } = closestWeights(whole, cells);
  const best = weights.map(brief);
  const detail: Text = {
    nl: `Met gewichten ${best.map((weight) => weight.nl).join('; ')} wijkt de slechtste cel ${brief(apart).nl} af.`,
    en: `With weights ${best.map((weight) => weight.en).join('; ')} the worst cell is ${brief(apart).en} off.`,
  };
  return [
    finding(figure, 'common-weighting', {
      reported: `<= ${ROUNDING * unit}`,
      computed: apart,
      verdict: apart <= ROUNDING * unit + 1e-9 ? 'match' : 'mismatch',
      detail,
    }),
  ];
};

function closestWeights(
  whole: readonly Printed[],
  groups: readonly (readonly Printed[])[],
): { readonly apart: number; readonly weights: readonly number[] } {
  let best = { apart: Number.POSITIVE_INFINITY, weights: [] as readonly number[] };
  const distances = new Float64Array(whole.length);
  for (const weights of mixes(groups.length, 100)) {
    distances.fill(0);
    for (let cell = 0; cell < whole.length; cell++) {
      for (let group = 0; group < groups.length; group++)
        distances[cell] += weights[group] * groups[group][cell].value;
      distances[cell] = Math.abs(distances[cell] / 100 - whole[cell].value);
    }
    const apart = Math.max(...distances);
    if (apart < best.apart) best = { apart, weights: weights.map((weight) => weight / 100) };
  }
  return best;
}

/** Every way to split `total` over so many groups. */
function* mixes(groups: number, total: number): Generator<readonly number[]> {
  if (groups === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first++) {
    for (const rest of mixes(groups - 1, total - first)) yield [first, ...rest];
  }
}
