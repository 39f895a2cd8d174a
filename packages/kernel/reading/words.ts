/** The words of a line, with what stands between them. */

export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents: what words are compared by. */
  readonly plain: string;
  readonly typed: string;
  /** What stands between the previous word (or the line's start) and this one. */
  readonly gap: string;
}

/** Letters that do not come apart into a letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  '’': "'",
};

export function plain(text: string): string {
  const lower = text.toLowerCase();
  // Most words have nothing to fold, and this runs at every keystroke.
  if (/^[a-z\d'./ -]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıłøđßæ’]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

// A date in figures, a time, or letters and figures held together by - ' or a full stop. No two parts can start
// with the same character, so reading stays linear in the line's length.
const WORD =
  /\d{1,4}[-/]\d{1,2}(?:[-/]\d{2,4})?(?![\p{L}\p{N}])|\d{1,2}[:.]\d\d(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*/gu;

export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of line.matchAll(WORD)) {
    const typed = match[0];
    const start = match.index;
    words.push({ start, end: start + typed.length, plain: plain(typed), typed, gap: line.slice(end, start) });
    end = start + typed.length;
  }
  return words;
}

/** The word belongs to the same phrase as the one before it: only space, or an abbreviation's full stop, between. */
export const isNear = (word: Word | undefined): boolean =>
  word !== undefined && /^\.?\s{1,3}['’]?$/.test(word.gap);

/** A set of words from one string. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words to numbers, counted from 1 in each list; '_' is nothing. */
export function countedIn(...lists: string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list) => list.split(' ').map((word, i) => [word, i + 1] as const)));
}
