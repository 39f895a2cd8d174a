import { normalQuantile } from '../../distributions.ts';
import { sizeOfD, sizeOfR } from '../../effect-size.ts';
import type { Text } from '../../result.ts';
import { tOfR, tTest } from '../chance.ts';
import { type Figure, keyed } from '../figure.ts';
import { type Finding, finding, type Rule, sameFigure, tidy } from '../finding.ts';
import { said } from '../saying.ts';

/** What authors call them, by our word for it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(negligible|trivial|verwaarloosbaar)/i, 'negligible'],
  [/^(small|weak|klein|zwak)/i, 'small'],
  [/^(medium|moderate|middelgroot|middelmatig|matig|gemiddeld)/i, 'medium'],
  [/^(large|strong|groot|grote|sterk)/i, 'large'],
];

/** The word that the report gives an effect size (`label`) against the convention. */
export const label: Rule = (figure) => {
  const word = figure.keys.get('label')?.[0];
  const { kind, statistic } = figure;
  if (word === undefined || !statistic || (kind !== 'r' && kind !== 'd')) return [];
  const size = kind === 'r' ? sizeOfR(statistic.value) : sizeOfD(statistic.value);
  const computed = size.word.en;
  const named = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  const verdict = named === undefined ? 'note' : named === computed ? 'match' : 'mismatch';
  const detail: Text = {
    nl: `Volgens de afspraak ${size.word.nl} (${size.convention}).`,
    en: `By the convention ${computed} (${size.convention}).`,
  };
  return [finding(figure, 'label', { reported: word, computed, verdict, detail })];
};

/** t of a paired effect size, t = d √n with n = df + 1, which holds when the d is d_z. */
export const tOfEffectSize: Rule = (figure) => {
  const { statistic, df1 } = figure;
  if (figure.kind !== 'd' || !figure.paired || !statistic || !df1) return [];
  const root = Math.sqrt(df1.value + 1);
  const t = statistic.value * root;
  const detail = said(
    [df1.value, tTest(df1.value).p(t)],
    (df, p) => `Als dit d_z is: t(${df}), p = ${p}. Welke d het is, staat er niet bij.`,
    (df, p) => `If this is d_z: t(${df}), p = ${p}. Which d it is, is not stated.`,
  );
  return [
    finding(figure, 't-of-effect-size', {
      reported: statistic.text,
      computed: t,
      low: statistic.low * root,
      high: statistic.high * root,
      verdict: 'note',
      detail,
    }),
  ];
};

/** t and the 95% interval (Fisher z) of a correlation. */
export const intervalOfR: Rule = (figure) => {
  const { statistic } = figure;
  const n = keyed(figure, 'n')?.value ?? (figure.df1?.value ?? 0) + 2;
  if (figure.kind !== 'r' || !statistic || Math.abs(statistic.value) >= 1 || n <= 3) return [];
  const z = Math.atanh(statistic.value);
  const half = normalQuantile(0.975) / Math.sqrt(n - 3);
  const [low, high] = [Math.tanh(z - half), Math.tanh(z + half)];
  const t = tOfR(statistic.value, n - 2);
  const detail = said(
    [n - 2, t],
    (df, value) => `t(${df}) = ${value}; 95%-interval met Fishers z.`,
    (df, value) => `t(${df}) = ${value}; 95% interval by Fisher's z.`,
  );
  const reported = statistic.text;
  return [
    finding(figure, 'interval-of-r', {
      reported,
      computed: statistic.value,
      low,
      high,
      verdict: 'note',
      detail,
    }),
  ];
};

/** Below this a share of variance says that nothing is left, rather than a little. */
const LITTLE = 0.05;

/**
 * Shares of variance per level (`teacher_share=0.72` beside an ICC). With every level named they add up to 1; with
 * one left (occasions within teachers) they must leave it more than a rounding.
 */
export const sharesOfVariance: Rule = (figure) => {
  const { statistic } = figure;
  const shares = [...figure.keys.keys()]
    .filter((key) => key.endsWith('_share'))
    .map((key) => keyed(figure, key))
    .filter((share) => share !== undefined);
  if (figure.kind !== 'icc' || !statistic || shares.length === 0) return [];
  const total = (end: 'value' | 'low' | 'high'): number =>
    tidy([statistic, ...shares].reduce((sum, share) => sum + share[end], 0));
  const [computed, low, high] = [total('value'), total('low'), total('high')];
  // The ends of the range are not reached: two numbers that add up to 1 are not both rounded down by half a unit.
  const whole = Math.abs(computed - 1) < 1e-9 || (low < 1 - 1e-9 && high > 1 + 1e-9);
  const verdict = whole || computed <= 1 - LITTLE ? 'match' : 'mismatch';
  const reported = [statistic, ...shares].map((share) => share.text).join(' + ');
  const detail = said(
    [computed],
    (sum) => `Samen ${sum}: niet 1, en er blijft ook geen deel over voor een niveau eronder.`,
    (sum) => `Together ${sum}: not 1, and no share is left for a level below either.`,
  );
  return [
    finding(figure, 'shares-of-variance', {
      reported,
      computed,
      low,
      high,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

/** The same quantity (`test` and `outcome` alike) printed twice with different values. */
export const sameQuantity: Rule = (figure, all) => {
  const found = sameOutcome(figure, all, (other) => other.test === figure.test);
  return found.map((other) => {
    const agrees =
      other.statistic !== undefined &&
      figure.statistic !== undefined &&
      sameFigure(other.statistic, figure.statistic);
    const detail: Text = { nl: `${other.id} noemt ${other.text}.`, en: `${other.id} says ${other.text}.` };
    return finding(figure, 'same-quantity', {
      reported: figure.text,
      computed: other.text,
      verdict: agrees ? 'match' : 'mismatch',
      detail,
    });
  });
};

/** An R² that equals the ICC of its outcome: a share of variance between schools is not explained variance. */
export const rSquaredLikeIcc: Rule = (figure, all) => {
  if (figure.kind !== 'r2') return [];
  const share = (other: Figure): number | undefined =>
    other.statistic && other.statistic.value / (other.statistic.text.includes('%') ? 100 : 1);
  const iccs = sameOutcome(figure, all, (other) => other.kind === 'icc');
  return iccs
    .filter((other) => share(other) === share(figure))
    .map((other): Finding => {
      const detail: Text = {
        nl: `Gelijk aan de ICC in ${other.id}; welke R² dit is, staat er niet bij. Een ICC is geen verklaarde variantie.`,
        en: `Equal to the ICC in ${other.id}; which R² this is, is not stated. An ICC is not explained variance.`,
      };
      return finding(figure, 'r2-like-icc', {
        reported: figure.text,
        computed: other.text,
        verdict: 'note',
        detail,
      });
    });
};

/** Rows about the same outcome; of two rows of one test only the first looks at the other. */
function sameOutcome(
  figure: Figure,
  all: readonly Figure[],
  fits: (other: Figure) => boolean,
): readonly Figure[] {
  const outcome = figure.keys.get('outcome')?.[0];
  if (outcome === undefined || !figure.statistic) return [];
  const place = all.indexOf(figure);
  return all.filter(
    (other, at) =>
      other !== figure &&
      (at > place || other.test !== figure.test) &&
      other.statistic !== undefined &&
      other.keys.get('outcome')?.[0] === outcome &&
      fits(other),
  );
}
