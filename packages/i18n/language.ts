/** The languages of the product. Dutch comes first everywhere: it is the one that is written first. */
export type Language = 'nl' | 'en';

export const LANGUAGES: readonly Language[] = ['nl', 'en'];

export function isLanguage(value: unknown): value is Language {
  return value === 'nl' || value === 'en';
}

/**
 * The shape that another language's catalogue must have: the same keys, at every depth; text where there is
 * text; functions that take the same parameters.
 *
 *     const nl = { open: 'Bord openen', members: (n: number) => `${n} leden` };
 *     const en = { open: 'Open board', members: (n: number) => `${n} members` } satisfies Messages<typeof nl>;
 *
 * A missing, misspelt or extra key fails the compiler.
 */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => infer R
      ? (...parameters: P) => R extends string ? string : R
      : Messages<T[K]>;
};

/** One catalogue per language, to be read with `catalogue[language]`. */
export type Catalogue<T> = Readonly<Record<Language, Messages<T>>>;
