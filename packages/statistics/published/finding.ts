import type { Text } from '../result.ts';
import type { Figure } from './figure.ts';
import type { Printed } from './notation.ts';

/**
 * - `match`: what is reported is what comes out, correctly rounded.
 * - `match-by-rounding`: it fits one of the values that are printed like this.
 * - `rounded-up`, `truncated`: only the last digit is wrong, and this is how.
 * - `mismatch`: the report contradicts itself.
 * - `note`: computed, but nothing was reported to hold it against.
 * - `not-checkable`: the columns do not hold what a check needs; `detail` says what that is.
 */
export type Verdict =
  | 'match'
  | 'match-by-rounding'
  | 'rounded-up'
  | 'truncated'
  | 'mismatch'
  | 'note'
  | 'not-checkable';

export interface Finding {
  /** The row of the report. */
  readonly id: string;
  /** Which check, in kebab case: README.md lists them. */
  readonly check: string;
  readonly reported: string;
  /** What comes out instead, in the unit of what is reported. */
  readonly computed: number | string | null;
  /** The lowest and highest it can be, given how the figures behind it were rounded. */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
  readonly detail: Text;
}

/** A check of one row, which may look at the other rows. It gives nothing when the row does not hold what it needs. */
export type Rule = (figure: Figure, all: readonly Figure[]) => readonly Finding[];

export const NO_DETAIL: Text = { nl: '', en: '' };

/** A finding without a range, unless one is given. */
export function finding(
  figure: Figure,
  check: string,
  parts: Pick<Finding, 'reported' | 'computed' | 'verdict'> & Partial<Finding>,
): Finding {
  const { reported, computed, verdict, low = null, high = null, detail = NO_DETAIL } = parts;
  return { id: figure.id, check, reported, computed, low, high, verdict, detail };
}

/** Sentences one after another, empty ones left out. */
export function sentences(...parts: readonly Text[]): Text {
  const join = (language: 'nl' | 'en') =>
    parts
      .map((part) => part[language])
      .filter((part) => part !== '')
      .join(' ');
  return { nl: join('nl'), en: join('en') };
}

// A value such as 87.5 is held with an error in its last bit, and may still be rounded either way.
const TIE = 1e-9;

/** How a printed number fits a computed one that lies between `low` and `high`. */
export function fit(reported: Printed, computed: number, low = computed, high = computed): Verdict {
  if (roundsTo(reported, computed)) return 'match';
  if (low <= reported.high + TIE && high >= reported.low - TIE) return 'match-by-rounding';
  const unit = 1 / 10 ** reported.decimals;
  if (reported.value > computed && reported.value - computed < unit) return 'rounded-up';
  if (reported.value < computed && computed - reported.value < unit) return 'truncated';
  return 'mismatch';
}

export const roundsTo = (reported: Printed, value: number): boolean =>
  value >= reported.low - TIE && value <= reported.high + TIE;

/** Whether two ranges have a value in common. */
export const meet = (a: Pick<Printed, 'low' | 'high'>, b: Pick<Printed, 'low' | 'high'>): boolean =>
  a.low <= b.high + TIE && b.low <= a.high + TIE;

/** Whether the coarser of two printed numbers is the finer one, rounded. */
export function sameFigure(a: Printed, b: Printed): boolean {
  return a.decimals <= b.decimals ? roundsTo(a, b.value) : roundsTo(b, a.value);
}

/** A total without the noise that adding decimal fractions leaves. */
export const tidy = (total: number): number => Number(total.toPrecision(12));
