import { askedWords, isWithin, stemOf, wordsOf } from './words.ts';

/** Below this too little of what was asked is there. */
const LEAST = 0.34;

/** How well a word of a text answers a word that was asked, from 1 (that word) to 0 (another). */
function likeness(asked: string, word: string): number {
  if (word === asked) return 1;
  if (stemOf(word) === stemOf(asked)) return 0.9;
  if (word.startsWith(asked)) return 0.8;
  // Dutch writes words together: "woordenschat" is in "woordenschatonderwijs", and the other way round.
  const stem = stemOf(asked);
  if (stem.length >= 4 && (word.includes(asked) || stemOf(word).includes(stem))) return 0.6;
  const shorter = stemOf(word);
  if (shorter.length >= 5 && stem.includes(shorter)) return 0.5;
  if (asked.length >= 5 && isWithin(asked.length >= 8 ? 2 : 1, asked, word)) return 0.4;
  return 0;
}

/** What answers best comes first; what answers equally well keeps its order. An empty question finds nothing (Z1, Z2). */
export function find<T extends { readonly text: string }>(
  all: readonly T[],
  query: string,
  most: number,
): readonly T[] {
  const asked = askedWords(query);
  if (asked.length === 0) return [];
  return all
    .map((one) => {
      const words = wordsOf(one.text);
      const sum = asked.reduce(
        (total, word) => total + Math.max(0, ...words.map((each) => likeness(word, each))),
        0,
      );
      return { one, score: sum / asked.length };
    })
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one);
}
