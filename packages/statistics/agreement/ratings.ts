import { StatisticsError } from '../result.ts';
import type { Column } from '../table.ts';

/** What one rater gave one unit: a number or a word. Null and NaN are missing. */
export type Rating = number | string | null;

/** The values of a column as ratings, so that two columns of words are compared by their words. */
export function ratingsOf(column: Column): Rating[] {
  return column.kind === 'number'
    ? Array.from(column.values)
    : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code]));
}

export const isGiven = (rating: Rating): rating is number | string =>
  rating !== null && !(typeof rating === 'number' && Number.isNaN(rating));

/** Ratings of the units that both raters rated, and how many units that leaves out. */
export interface RatedByBoth {
  readonly pairs: readonly (readonly [a: number | string, b: number | string])[];
  readonly dropped: number;
}

/** @throws StatisticsError `unequal-columns`, `too-few-cases`. */
export function ratedByBoth(a: readonly Rating[], b: readonly Rating[]): RatedByBoth {
  if (a.length !== b.length) throw unequal(a.length, b.length);
  const pairs: (readonly [number | string, number | string])[] = [];
  for (let unit = 0; unit < a.length; unit++) {
    const [first, second] = [a[unit], b[unit]];
    if (isGiven(first) && isGiven(second)) pairs.push([first, second]);
  }
  if (pairs.length < 2) {
    throw new StatisticsError('too-few-cases', {
      nl: `Door beide beoordelaars zijn ${pairs.length} dingen beoordeeld; minstens 2 zijn nodig.`,
      en: `Both raters rated ${pairs.length} units; at least 2 are needed.`,
    });
  }
  return { pairs, dropped: a.length - pairs.length };
}

/**
 * The categories in their order: as given, or numbers by size and words by alphabet.
 *
 * @throws StatisticsError `unknown-category` when a rating is none of the given ones.
 */
export function categoriesIn(
  ratings: Iterable<number | string>,
  given?: readonly (number | string)[],
): readonly (number | string)[] {
  const found = new Set(ratings);
  if (!given) return [...found].sort(byOrder);
  const unknown = [...found].find((rating) => !given.includes(rating));
  if (unknown === undefined) return given;
  throw new StatisticsError('unknown-category', {
    nl: `De beoordeling “${unknown}” staat niet bij de categorieën: ${given.join(', ')}.`,
    en: `The rating “${unknown}” is not one of the categories: ${given.join(', ')}.`,
  });
}

export function unequal(a: number, b: number): StatisticsError {
  return new StatisticsError('unequal-columns', {
    nl: `De ene beoordelaar heeft ${a} beoordelingen, de andere ${b}. Geef er per beoordelaar een voor elk ding, desnoods leeg.`,
    en: `One rater has ${a} ratings, the other ${b}. Give one per unit for each rater, empty if need be.`,
  });
}

function byOrder(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
