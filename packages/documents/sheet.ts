import type { Day } from '#packages/kernel';

export type Column = {
  readonly title: string;
  readonly kind: 'text' | 'day';
  /** In characters. */
  readonly width: number;
};

/** A day is written as such only in a column of days; null is an empty cell. */
export type Sheet = {
  /** On the tab in Excel. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | Day | null)[])[];
};
