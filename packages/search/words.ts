/** Longer than anybody types, short enough that a pasted book costs nothing. */
const MOST_CHARACTERS = 100;
const MOST_WORDS = 8;

/** Words that everybody types and nobody looks for. */
const passedOver = new Set(
  'de het een en of van voor met in op aan te is wat wie waar welke the a an and or of for with in on to is what who where which'.split(
    ' ',
  ),
);

/** Letters without their marks and in small, so that "Één" is found by "een". */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is looked for: without the small words, unless there is nothing else. */
export function askedWords(query: string): readonly string[] {
  const words = wordsOf(query.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS);
  const telling = words.filter((word) => !passedOver.has(word));
  return telling.length > 0 ? telling : words;
}

const endings = /(?:ingen|jes|tje|en|es|je|ed|e|s|t)$/;

/**
 * What words of one family share, in Dutch first: lezen and leest, bordsessie and bordsessies. Dutch spells one sound in
 * two ways, and so "lez" of lezen is "lees", "less" of lessen is "les": they are no family.
 */
export function stemOf(word: string): string {
  const bare = word.replace(endings, '');
  if (bare.length < 3) return word;
  const isOpen = /(?:en|e)$/.test(word) && /^[^aeiou]+[aeou][^aeiou]$/.test(bare);
  const spelled = isOpen ? bare.replace(/[aeou]/, '$&$&') : bare.replace(/([^aeiou])\1$/, '$1');
  return spelled.replace(/z$/, 's').replace(/v$/, 'f');
}

/** Whether one becomes the other by at most so many letters wrong, missing, too many or two in the wrong order. */
export function isWithin(most: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const differs = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + differs,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      now.push(least);
    }
    before = last;
    last = now;
  }
  return (last[b.length] ?? 0) <= most;
}
