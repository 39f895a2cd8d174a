import type { Text } from '../../result.ts';
import { type Figure, groupSizes, keyed } from '../figure.ts';
import { type Finding, finding, fit, meet, type Rule } from '../finding.ts';
import type { Printed } from '../notation.ts';
import { said } from '../saying.ts';

/**
 * The degrees of freedom that the sizes of the groups leave: n₁ + n₂ − 2 for two groups, n − 1 for pairs, n − 2 for a
 * correlation. With repeated measures df2 is a multiple of it: (groups' n − groups) × df1.
 */
export const dfFromSizes: Rule = (figure) => {
  const expected = subjectsDf(figure);
  const reported = reportedSubjectsDf(figure);
  if (expected === undefined || !reported) return [];
  const matches = meet({ low: expected, high: expected }, reported);
  const apart = expected - reported.value;
  return [
    finding(figure, 'df-from-n', {
      reported: reported.text,
      computed: expected,
      verdict: matches ? 'match' : 'mismatch',
      ...(matches ? {} : { detail: fewer(apart) }),
    }),
  ];
};

function subjectsDf(figure: Figure): number | undefined {
  const sizes = groupSizes(figure);
  if (sizes.length >= 2) return sizes.reduce((sum, size) => sum + size, 0) - sizes.length;
  const n = keyed(figure, 'n')?.value;
  if (n === undefined) return undefined;
  if (figure.kind === 'r') return n - 2;
  return figure.kind === 't' && figure.paired ? n - 1 : undefined;
}

function reportedSubjectsDf(figure: Figure): Pick<Printed, 'text' | 'value' | 'low' | 'high'> | undefined {
  const { df1, df2 } = figure;
  if (figure.kind !== 'F') return df1 && exactly(df1);
  if (!df1 || !df2) return undefined;
  if (!figure.keys.has('levels')) return exactly(df2);
  const exact = Number.isInteger(df1.value);
  return {
    text: exact && df1.value === 1 ? df2.text : `${df2.text} / ${df1.text}`,
    value: df2.value / df1.value,
    low: (exact ? df2.value : df2.low) / (exact ? df1.value : df1.high),
    high: (exact ? df2.value : df2.high) / (exact ? df1.value : df1.low),
  };
}

/** Degrees of freedom that are whole were not rounded. */
const exactly = (df: Printed): Printed =>
  Number.isInteger(df.value) ? { ...df, low: df.value, high: df.value } : df;

function fewer(apart: number): Text {
  const cases = Math.round(Math.abs(apart));
  const [nl, en] = apart > 0 ? ['minder', 'fewer'] : ['meer', 'more'];
  return {
    nl: `${cases === 1 ? 'Er doet 1 geval' : `Er doen ${cases} gevallen`} ${nl} mee dan de groepsgroottes zeggen.`,
    en: `${cases === 1 ? '1 case' : `${cases} cases`} ${en} than the group sizes say.`,
  };
}

/** n = df2 + k + 1 of a regression with k predictors, against the n of the text. */
export const nFromDf: Rule = (figure) => {
  const k = keyed(figure, 'k');
  const n = keyed(figure, 'n_text') ?? keyed(figure, 'n');
  if (figure.kind !== 'F' || !k || !n || !figure.df2) return [];
  const computed = figure.df2.value + k.value + 1;
  const verdict = computed === n.value ? 'match' : 'mismatch';
  const detail = said(
    [computed],
    (used) => `df2 + k + 1 = ${used} gevallen in het model.`,
    (used) => `df2 + k + 1 = ${used} cases in the model.`,
  );
  return [finding(figure, 'n-from-df', { reported: n.text, computed, verdict, detail })];
};

/**
 * The first df of an effect over `levels` repeated measures: levels − 1, or ε(levels − 1) when `correction` names one.
 * ε is df2 over that of a row about the same groups whose df1 is 1.
 */
export const dfOfRepeatedMeasures: Rule = (figure, all) => {
  const levels = keyed(figure, 'levels')?.value;
  const { df1, df2 } = figure;
  if (figure.kind !== 'F' || levels === undefined || !df1 || !df2) return [];
  if (figure.keys.has('correction')) return epsilonFinding(figure, all, df1, df2, levels);
  const verdict = df1.value === levels - 1 ? 'match' : 'mismatch';
  const detail = said(
    [levels, levels - 1],
    (k, df) =>
      `Een effect over ${k} metingen heeft df1 = ${df}; df1 = 1 hoort bij het verschil tussen de groepen of bij één contrast.`,
    (k, df) =>
      `An effect over ${k} measurements has df1 = ${df}; df1 = 1 is that of the difference between the groups or of one contrast.`,
  );
  return [
    finding(figure, 'df-of-repeated-measures', {
      reported: df1.text,
      computed: levels - 1,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

function epsilonFinding(
  figure: Figure,
  all: readonly Figure[],
  df1: Printed,
  df2: Printed,
  levels: number,
): readonly Finding[] {
  const sizes = groupSizes(figure).join();
  const sibling = all.find(
    (other) =>
      other.kind === 'F' &&
      other.chapter === figure.chapter &&
      other.df1?.value === 1 &&
      other.df2 &&
      sizes !== '' &&
      groupSizes(other).join() === sizes,
  );
  const subjects = sibling?.df2?.value ?? subjectsDf(figure);
  if (subjects === undefined) return [];
  const computed = df2.value / subjects;
  const epsilon = computed / (levels - 1);
  const possible = epsilon <= 1 && epsilon >= 1 / (levels - 1);
  const detail = said(
    [epsilon, 1 / (levels - 1)],
    (e, least) => `ε = ${e}${possible ? '' : `; dat moet tussen ${least} en 1 liggen`}.`,
    (e, least) => `ε = ${e}${possible ? '' : `; it must lie between ${least} and 1`}.`,
  );
  const verdict = possible ? fit(df1, computed) : 'mismatch';
  return [finding(figure, 'df1-from-df2', { reported: df1.text, computed, verdict, detail })];
}
