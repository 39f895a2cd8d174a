/** What every analysis of this package gives back, and how it says no. */

export type Language = 'nl' | 'en';

/** A sentence or word in both languages; short, at B1 level, without a full stop only where it is a word. */
export type Text = Readonly<Record<Language, string>>;

/** Lower and upper end of a confidence interval. */
export type Interval = readonly [lower: number, upper: number];

/** Something a careful reader must know before using the figure. */
export interface Warning {
  /** For programs: kebab case, stable. */
  readonly code: string;
  readonly text: Text;
}

/** Cases that were given but not used. */
export interface Dropped {
  readonly count: number;
  readonly why: Text;
}

/** The part that all results share. Numbers are plain: null where a figure does not exist, never NaN. */
export interface Result {
  /** The kind of result, by which `explain` knows it. */
  readonly analysis: string;
  /** The method with its variant, as a methods section would name it. */
  readonly method: Text;
  readonly engine: string;
  /** Cases used: what a case is, is said by the analysis (respondents, rows, pairs, schools). */
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
}

/** Goes up when a figure can change: then a saved result says by which version it was made. */
export const ENGINE = 'samenbeter-statistics 1.0.0';

/** The data do not allow this analysis. `text` says what is wrong and what to do. */
export class StatisticsError extends Error {
  override readonly name = 'StatisticsError';
  /** For programs: kebab case, stable (`unknown-column`, `constant-outcome`, `too-few-cases`, `singular-design`). */
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
