import { sizeOfR, type VerbalSize } from '../effect-size.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { type Association, pearsonAssociation, spearmanAssociation } from './association.ts';

/** Scores, one per case; null, undefined and NaN are missing. */
export type Scores = ArrayLike<number | null | undefined>;

/** pearson: how well a straight line fits. spearman: how well any rising or falling line fits, by ranks. */
export type CorrelationKind = 'pearson' | 'spearman';

/** How two columns of scores go together. */
export interface CorrelationResult extends Result {
  readonly analysis: 'correlation';
  readonly kind: CorrelationKind;
  /** Of the two columns. */
  readonly names: readonly [x: string, y: string];
  readonly r: number;
  /** Null when all points lie on one line, and for an exact p. */
  readonly t: number | null;
  /** n − 2; null for an exact p. */
  readonly df: number | null;
  readonly p: number;
  /** t: from the t distribution. exact: from all orders in which the ranks can come. */
  readonly pMethod: 't' | 'exact';
  readonly level: number;
  /** By Fisher's z; null below four cases. */
  readonly ci: Interval | null;
  readonly size: VerbalSize;
}

export interface CorrelationOptions {
  /** Of the interval; default 0.95. */
  readonly level?: number;
  /** How the columns are called; default “x” and “y”. */
  readonly names?: readonly [x: string, y: string];
}

/**
 * Pearson's product-moment correlation over the cases that have both scores; two-sided test; interval by Fisher's z
 * (Fisher 1921, Metron 1, 3–32).
 *
 * @throws StatisticsError `unequal-columns`, `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function pearson(x: Scores, y: Scores, options: CorrelationOptions = {}): CorrelationResult {
  return correlation('pearson', x, y, options);
}

/**
 * Spearman's rank correlation over the cases that have both scores, with middle ranks for ties. p is exact for up to nine
 * cases without ties, and otherwise from the t distribution; interval by Fisher's z with the standard error
 * √((1 + r²/2)/(n − 3)) (Bonett & Wright 2000, Psychometrika 65, 23–28).
 *
 * @throws StatisticsError `unequal-columns`, `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function spearman(x: Scores, y: Scores, options: CorrelationOptions = {}): CorrelationResult {
  return correlation('spearman', x, y, options);
}

function correlation(
  kind: CorrelationKind,
  x: Scores,
  y: Scores,
  options: CorrelationOptions,
): CorrelationResult {
  const level = levelOf(options);
  const { names = ['x', 'y'] } = options;
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  checkCases(pairs, names);
  const found = associationOf(kind, pairs, level);
  const left = x.length - n;
  const why = { nl: 'een van de twee scores ontbreekt', en: 'one of the two scores is missing' };
  return {
    analysis: 'correlation',
    kind,
    method: METHODS[kind](found),
    engine: ENGINE,
    n,
    dropped: left === 0 ? [] : [{ count: left, why }],
    names,
    ...found,
    level,
    size: sizeOfR(found.r),
    warnings: smallGroup(n),
  };
}

export interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function associationOf(kind: CorrelationKind, { x, y }: Pairs, level: number): Association {
  return kind === 'pearson' ? pearsonAssociation(x, y, level) : spearmanAssociation(x, y, level);
}

/** @throws StatisticsError `unequal-columns` */
export function completePairs(x: Scores, y: Scores): Pairs {
  if (x.length !== y.length) {
    throw new StatisticsError('unequal-columns', {
      nl: `De ene kolom heeft ${x.length} waarden en de andere ${y.length}. Elke rij moet van één geval zijn.`,
      en: `One column has ${x.length} values and the other ${y.length}. Every row must be one case.`,
    });
  }
  const [a, b] = [x, y].map((scores) => Float64Array.from(scores, (score) => score ?? Number.NaN));
  const complete = (_: number, place: number) => !Number.isNaN(a[place]) && !Number.isNaN(b[place]);
  return { x: a.filter(complete), y: b.filter(complete) };
}

/** Why these pairs have no correlation; undefined when they have one. */
export function obstacle(
  { x, y }: Pairs,
  names: readonly [x: string, y: string],
): { readonly code: string; readonly text: Text } | undefined {
  if (x.length < 3) {
    return {
      code: 'too-few-cases',
      text: {
        nl: `${names[0]} en ${names[1]} hebben ${x.length} gevallen met beide scores. Een correlatie heeft er minstens drie nodig.`,
        en: `${names[0]} and ${names[1]} have ${x.length} cases with both scores. A correlation needs at least three.`,
      },
    };
  }
  for (const [name, values] of [
    [names[0], x],
    [names[1], y],
  ] as const) {
    if (values.some((value) => !Number.isFinite(value))) {
      return {
        code: 'not-finite',
        text: {
          nl: `In ${name} staat een oneindige waarde. Maak die leeg of verbeter haar.`,
          en: `${name} holds an infinite value. Empty it or mend it.`,
        },
      };
    }
    if (values.every((value) => value === values[0])) {
      return {
        code: 'no-spread',
        text: {
          nl: `Alle scores van ${name} zijn gelijk. Zonder spreiding is er geen samenhang te berekenen.`,
          en: `All scores of ${name} are the same. Without spread there is no correlation.`,
        },
      };
    }
  }
  return undefined;
}

function checkCases(pairs: Pairs, names: readonly [x: string, y: string]): void {
  const found = obstacle(pairs, names);
  if (found) throw new StatisticsError(found.code, found.text);
}

export const METHODS: Readonly<Record<CorrelationKind, (found: Pick<Association, 'pMethod'>) => Text>> = {
  pearson: () => ({
    nl: 'Pearsons correlatie, tweezijdige t-toets; interval door Fishers z',
    en: 'Pearson’s correlation, two-sided t-test; interval by Fisher’s z',
  }),
  spearman: ({ pMethod }) => ({
    nl: `Spearmans rangcorrelatie, ${pMethod === 'exact' ? 'exacte toets' : 't-toets bij benadering'}, tweezijdig; interval door Fishers z (Bonett & Wright 2000)`,
    en: `Spearman’s rank correlation, ${pMethod === 'exact' ? 'exact test' : 'approximate t-test'}, two-sided; interval by Fisher’s z (Bonett & Wright 2000)`,
  }),
};

/** Fewer cases than this get a warning: with twenty, r = .30 has an interval from −.16 to .66. */
const SMALL = 20;

export function smallGroup(n: number): Warning[] {
  if (n >= SMALL) return [];
  return [
    {
      code: 'few-cases',
      text: {
        nl: `Met ${n} gevallen is een correlatie onzeker: één ander geval kan haar al veranderen.`,
        en: `With ${n} cases a correlation is uncertain: one other case can already change it.`,
      },
    },
  ];
}
