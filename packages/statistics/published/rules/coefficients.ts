import { tQuantile } from '../../distributions.ts';
import type { Text } from '../../result.ts';
import { type Figure, keyed } from '../figure.ts';
import { finding, fit, meet, NO_DETAIL, type Rule, roundsTo, sameFigure, sentences } from '../finding.ts';
import { type Printed, printed, printedRange } from '../notation.ts';
import { brief, said } from '../saying.ts';

/** A figure in a sentence (`b_text`) against the same figure in the table or footnote (`b`). */
export const textAgainstTable: Rule = (figure) =>
  [...figure.keys.keys()]
    .filter((key) => key.endsWith('_text') && figure.keys.has(key.slice(0, -'_text'.length)))
    .flatMap((key) => {
      const inText = keyed(figure, key);
      const inTable = keyed(figure, key.slice(0, -'_text'.length));
      if (!inText || !inTable) return [];
      const verdict = sameFigure(inText, inTable) ? 'match' : 'mismatch';
      return [
        finding(figure, 'text-against-table', { reported: inText.text, computed: inTable.value, verdict }),
      ];
    });

/** The middle of a symmetric interval is its coefficient; otherwise they are on different scales. */
export const coefficientInInterval: Rule = (figure) => {
  const coefficient = keyed(figure, 'beta') ?? keyed(figure, 'b');
  const interval = intervalOf(figure);
  if (!coefficient || !interval) return [];
  const { low, high, middle } = interval;
  const verdict = meet(coefficient, middle) ? 'match' : 'mismatch';
  const t = tFromInterval(figure);
  const sameTest = t !== undefined && figure.statistic !== undefined && meet(t, absolute(figure.statistic));
  const name = figure.keys.has('beta') ? 'b*' : 'b';
  const detail = sentences(
    said(
      [middle.value],
      (value) => `Het midden van het interval is ${value}, niet ${decimalComma(coefficient.text)}.`,
      (value) => `The middle of the interval is ${value}, not ${coefficient.text}.`,
    ),
    sameTest ? otherScale(name, figure) : NO_DETAIL,
  );
  return [
    finding(figure, 'coefficient-in-interval', {
      reported: `${coefficient.text} in [${low.text}, ${high.text}]`,
      computed: middle.value,
      low: low.value,
      high: high.value,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

const decimalComma = (text: string): string => text.replace('.', ',');

function otherScale(name: string, figure: Figure): Text {
  const t = figure.text;
  return name === 'b*'
    ? {
        nl: `De t die bij het interval hoort past wel bij ${decimalComma(t)}: het interval is dat van de ongestandaardiseerde b.`,
        en: `The t of the interval does fit ${t}: the interval is that of the unstandardised b.`,
      }
    : {
        nl: `De t die bij het interval hoort past wel bij ${decimalComma(t)}: coëfficiënt en interval staan op verschillende schalen.`,
        en: `The t of the interval does fit ${t}: coefficient and interval are on different scales.`,
      };
}

interface PrintedInterval {
  readonly low: Printed;
  readonly high: Printed;
  readonly middle: { readonly value: number; readonly low: number; readonly high: number };
}

function intervalOf(figure: Figure): PrintedInterval | undefined {
  const low = keyed(figure, 'ci_lo');
  const high = keyed(figure, 'ci_hi');
  if (!low || !high) return undefined;
  const middle = {
    value: (low.value + high.value) / 2,
    low: (low.low + high.low) / 2,
    high: (low.high + high.high) / 2,
  };
  return { low, high, middle };
}

/** t = middle / (half width / t's quantile). */
export const tOfInterval: Rule = (figure) => {
  const t = tFromInterval(figure);
  if (!t || !figure.statistic) return [];
  const reported = absolute(figure.statistic);
  const verdict = roundsTo(reported, t.value)
    ? 'match'
    : meet(t, reported)
      ? 'match-by-rounding'
      : 'mismatch';
  const detail = said(
    [t.error],
    (se) => `Standaardfout ${se}.`,
    (se) => `Standard error ${se}.`,
  );
  return [
    finding(figure, 't-from-interval', {
      reported: figure.statistic.text,
      computed: t.value,
      low: t.low,
      high: t.high,
      verdict,
      detail,
    }),
  ];
};

interface ImpliedT {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly error: number;
}

function tFromInterval(figure: Figure): ImpliedT | undefined {
  const interval = intervalOf(figure);
  const df = figure.df1?.value;
  if (!interval || !df || figure.kind !== 't') return undefined;
  const quantile = tQuantile(0.5 + (keyed(figure, 'ci_level')?.value ?? 95) / 200, df);
  const t = (low: number, high: number): number => Math.abs(low + high) / ((high - low) / quantile);
  const { low, high } = interval;
  const error = (high.value - low.value) / 2 / quantile;
  const corners = [low.low, low.high].flatMap((a) => [high.low, high.high].map((b) => t(a, b)));
  return {
    value: t(low.value, high.value),
    low: Math.min(...corners),
    high: Math.max(...corners),
    error,
  };
}

function absolute(number: Printed): Printed {
  if (number.value >= 0) return number;
  return { ...number, value: -number.value, low: -number.high, high: -number.low };
}

const LARGE = 0.5;

/**
 * A standardised coefficient lies between −1 and 1, but for suppression, and its standard error is then far below 1:
 * SE(b*) = √((1 − R²) VIF / df). One above 1 would take a VIF beyond df; more likely b is printed as b*.
 */
export const plausibleStandardised: Rule = (figure) => {
  const beta = keyed(figure, 'beta');
  const { statistic } = figure;
  if (!beta || !statistic || statistic.value === 0 || figure.kind !== 't') return [];
  const error = Math.abs(beta.value / statistic.value);
  const size = Math.abs(beta.value);
  if (size <= 1 && error <= 1) {
    return [
      finding(figure, 'plausible-standardised', { reported: beta.text, computed: error, verdict: 'match' }),
    ];
  }
  const detail = sentences(
    said(
      [error],
      (se) => `De standaardfout van b* zou ${se} zijn.`,
      (se) => `The standard error of b* would be ${se}.`,
    ),
    {
      nl: 'Waarschijnlijk is dit de ongestandaardiseerde b, gedrukt als b*.',
      en: 'This is probably the unstandardised b, printed as b*.',
    },
  );
  const verdict = size > 1 || size >= LARGE ? 'mismatch' : 'note';
  return [
    finding(figure, 'plausible-standardised', { reported: beta.text, computed: error, verdict, detail }),
  ];
};

/** A factor of three levels has two contrasts, so one b says too little (`factor_levels`, or "3-level factor" in the note). */
export const contrastsOfFactor: Rule = (figure) => {
  const inNote = printed(/(\d+)-level factor/i.exec(figure.note)?.[1] ?? '');
  const levels = (keyed(figure, 'factor_levels') ?? inNote)?.value;
  const b = figure.keys.get('b');
  if (levels === undefined || !b) return [];
  const contrasts = levels - 1;
  const verdict = b.length === contrasts ? 'match' : 'mismatch';
  const detail: Text = {
    nl: `Een factor met ${levels} niveaus heeft ${contrasts} contrasten; hier ${b.length === 1 ? 'staat er één' : `staan er ${b.length}`}. De codering hoort erbij te staan.`,
    en: `A factor of ${levels} levels has ${contrasts} contrasts; ${b.length === 1 ? 'one is' : `${b.length} are`} given. The coding should be stated.`,
  };
  return [
    finding(figure, 'contrasts-of-factor', {
      reported: `b = ${b.join('; ')}`,
      computed: contrasts,
      verdict,
      ...(verdict === 'match' ? {} : { detail }),
    }),
  ];
};

/** R² = df1 F / (df1 F + df2), and the adjusted one. */
function rSquared(figure: Figure): { readonly plain: number; readonly adjusted: number } | undefined {
  const { df1, df2, statistic } = figure;
  if (figure.kind !== 'F' || !df1 || !df2 || !statistic) return undefined;
  const plain = (df1.value * statistic.value) / (df1.value * statistic.value + df2.value);
  return { plain, adjusted: 1 - ((1 - plain) * (df1.value + df2.value)) / df2.value };
}

/** R² of a regression row (`k`), for a reader to hold against the text. */
export const rSquaredFromF: Rule = (figure) => {
  const both = rSquared(figure);
  if (!both || !figure.keys.has('k')) return [];
  const text = keyed(figure, 'R2_text');
  const detail = said(
    [100 * both.plain, 100 * both.adjusted],
    (plain, adjusted) => `R² ${plain}%, bijgesteld ${adjusted}%.`,
    (plain, adjusted) => `R² ${plain}%, adjusted ${adjusted}%.`,
  );
  const fits = text && [both.plain, both.adjusted].some((share) => fit(text, 100 * share) === 'match');
  const verdict = text === undefined ? 'note' : fits ? 'match' : 'mismatch';
  const computed = 100 * both.plain;
  return [finding(figure, 'r2-from-f', { reported: text?.text ?? '', computed, verdict, detail })];
};

/** “R² was 9–14%” against the smallest and largest that the F values of its section (`R2_text=9-14%`) give. */
export const rangeOfRSquared: Rule = (figure, all) => {
  const range = printedRange(figure.text);
  if (figure.kind !== 'r2' || !range) return [];
  const models = all
    .filter((other) => other.chapter === figure.chapter && other.keys.get('R2_text')?.[0] === figure.text)
    .map(rSquared)
    .filter((both) => both !== undefined);
  if (models.length === 0) return [];
  const spans = [models.map((both) => 100 * both.plain), models.map((both) => 100 * both.adjusted)].map(
    (shares) => [Math.min(...shares), Math.max(...shares)] as const,
  );
  const fits = spans.some(([least, most]) => roundsTo(range[0], least) && roundsTo(range[1], most));
  const [plain, adjusted] = spans.map(([least, most]) => [brief(least), brief(most)]);
  const detail: Text = {
    nl: `R² loopt van ${plain[0].nl} tot ${plain[1].nl}%, bijgesteld van ${adjusted[0].nl} tot ${adjusted[1].nl}%, over de ${models.length} modellen die in de lijst staan.`,
    en: `R² runs from ${plain[0].en} to ${plain[1].en}%, adjusted from ${adjusted[0].en} to ${adjusted[1].en}%, over the ${models.length} models in the list.`,
  };
  const verdict = fits ? 'match' : 'mismatch';
  return [
    finding(figure, 'range-of-r2', {
      reported: figure.text,
      computed: `${plain[0].en}-${plain[1].en}%`,
      verdict,
      detail,
    }),
  ];
};
