import type { Text } from '../../result.ts';
import { type Figure, keyed } from '../figure.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { printed, printedList, printedRange } from '../notation.ts';
import { brief, said } from '../saying.ts';

const EQUATION = /^([\d.,]+(?:[+\-−–][\d.,]+)+)=([\d.,]+)$/;

/** `47+67=114`, `260-48=212`, wherever it stands. */
export const equations: Rule = (figure) =>
  [...figure.items, ...figure.loose].flatMap((item) => {
    const [, left = '', right = ''] = EQUATION.exec(item.replaceAll(/\s/g, '')) ?? [];
    const total = printed(right);
    if (!total) return [];
    const computed = addUp(left);
    const verdict = computed >= total.low && computed <= total.high ? 'match' : 'mismatch';
    return [
      finding(figure, 'sum', { reported: item, computed, verdict }),
      ...tooMany(figure, item, computed),
    ];
  });

function addUp(terms: string): number {
  const numbers = terms.match(/(?:^|[+\-−–])[\d.,]+/g) ?? [];
  return numbers.reduce((sum, term) => sum + (printed(term)?.value ?? Number.NaN), 0);
}

/** A total beyond the largest that there are (`N`, `N_programme`). */
function tooMany(figure: Figure, item: string, total: number): readonly Finding[] {
  return [...figure.keys.keys()]
    .filter((key) => key === 'N' || key.startsWith('N_'))
    .flatMap((key) => {
      const most = keyed(figure, key);
      if (!most || total <= most.value) return [];
      const detail = said(
        [total, most.value],
        (sum, n) => `${sum} is meer dan de ${n} die er zijn (${key}).`,
        (sum, n) => `${sum} is more than the ${n} that there are (${key}).`,
      );
      return [
        finding(figure, 'total-within-n', {
          reported: item,
          computed: most.value,
          verdict: 'mismatch',
          detail,
        }),
      ];
    });
}

/** Each printed count against its own sum (`9;5;6` with `5+3+1;2+2+1;6`), or against the sums of a table (`sums=`). */
export const countsAgainstSums: Rule = (figure) => {
  const reported = printedList(figure.items);
  if (figure.kind !== 'counts' || !reported) return [];
  return [sumsOf(figure.loose), ...listsNamed(figure, /sum|totaal|total/i)]
    .filter((sums) => sums.length === reported.length && sums.length > 1)
    .map((sums) => {
      const wrong = reported.filter((count, place) => count.value !== sums[place]);
      const detail: Text = {
        nl: `De som van de onderdelen is ${sums.join('; ')}.`,
        en: `The parts add up to ${sums.join('; ')}.`,
      };
      return finding(figure, 'counts-against-sums', {
        reported: figure.text,
        computed: sums.join(';'),
        verdict: wrong.length === 0 ? 'match' : 'mismatch',
        ...(wrong.length === 0 ? {} : { detail }),
      });
    });
};

const SUM = /^\d+(?:\+\d+)*$/;

const sumsOf = (items: readonly string[]): readonly number[] =>
  items.some((item) => item.includes('+')) && items.every((item) => SUM.test(item)) ? items.map(addUp) : [];

const listsNamed = (figure: Figure, name: RegExp): readonly (readonly number[])[] =>
  [...figure.keys]
    .filter(([key]) => name.test(key))
    .map(([, values]) => values.map((value) => printed(value)?.value ?? Number.NaN));

/** Groups that are named with their counts in a total (`vo=26;mbo=66;N=212`): what is left for the others. */
export const remainder: Rule = (figure) => {
  const n = keyed(figure, 'N');
  const counts = printedList(figure.items);
  if (figure.kind !== 'counts' || !n || !counts) return [];
  const computed = counts.reduce((left, count) => left - count.value, n.value);
  const detail = said(
    [n.value, computed],
    (total, left) => `Van de ${total} blijven er ${left} over voor wie niet genoemd is.`,
    (total, left) => `Of the ${total}, ${left} are left for those not named.`,
  );
  const verdict = computed < 0 ? 'mismatch' : 'note';
  return [finding(figure, 'remainder', { reported: figure.text, computed, verdict, detail })];
};

/** Complete cases (`complete`, or `long` for longitudinal) against the smallest number of one measurement. */
export const completeCases: Rule = (figure) => {
  const perWave = printedList(figure.items);
  const complete = printedList(figure.keys.get('complete') ?? figure.keys.get('long') ?? []);
  if (figure.kind !== 'counts' || !perWave || !complete) return [];
  const most = Math.min(...perWave.map((count) => count.value));
  const reported = complete.map((count) => count.text).join(';');
  const verdict = complete.every((count) => count.value <= most) ? 'match' : 'mismatch';
  const detail = said(
    [most],
    (n) => `Meer dan ${n} kunnen er niet op alle metingen zijn.`,
    (n) => `No more than ${n} can be there at every measurement.`,
  );
  return [
    finding(figure, 'complete-cases', {
      reported,
      computed: most,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

/** `2680 teachers;212 schools` with `per_school=10-20`: the mean per school lies in the range that is given. */
export const meanPerUnit: Rule = (figure) => {
  const units = figure.items.map((item) => /^(\d+)\s+(\p{L}+)$/u.exec(item));
  const [first, second] = units;
  if (units.length !== 2 || !first || !second) return [];
  const unit = [...figure.keys.keys()].find(
    (key) => key.startsWith('per_') && second[2].startsWith(key.slice('per_'.length)),
  );
  const range = unit === undefined ? undefined : printedRange(figure.keys.get(unit)?.[0] ?? '');
  if (unit === undefined || !range) return [];
  const computed = Number(first[1]) / Number(second[1]);
  const verdict = computed >= range[0].low && computed <= range[1].high ? 'match' : 'mismatch';
  const mean = brief(computed);
  const detail: Text = {
    nl: `Gemiddeld ${mean.nl} ${first[2]} op elk van de ${second[1]} ${second[2]}.`,
    en: `On average ${mean.en} ${first[2]} to each of the ${second[1]} ${second[2]}.`,
  };
  const reported = figure.keys.get(unit)?.[0] ?? '';
  return [finding(figure, 'mean-per-unit', { reported, computed, verdict, detail })];
};
