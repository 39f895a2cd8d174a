import * as z from 'zod/mini';
import { field } from '#packages/kernel';

/** An address is who somebody is here: kept in small letters, without spaces around it. */
export const emailAddress = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email());

export const personName = field.line(80);

/** The languages in which the product writes to people and is read by them. */
export const language = z.enum(['nl', 'en']);

/** Small words that carry no initial: Lotte van der Berg is LB. */
const particles = new Set(
  "van de der den het 't ter ten te op in aan bij onder over el al ben bin ait aït von zu la le les di da dos del du d' s'".split(
    ' ',
  ),
);

/**
 * One to three letters for a chip, unlike those of the others in the team: first name and last name (LB), else with
 * more of the last name (LBe), more of the first (LoB), and at last a number (L2).
 */
export function initialsFor(name: string, taken: readonly string[]): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const first = lettersOf(words[0] ?? '');
  const last = lettersOf(words.slice(1).findLast((word) => !particles.has(word.toLowerCase())) ?? '');
  const f = (first[0] ?? '?').toUpperCase();
  const l = (last[0] ?? '').toUpperCase();
  const candidates =
    last.length > 0
      ? [
          f + l,
          ...last.slice(1).map((more) => f + l + more.toLowerCase()),
          ...first.slice(1).map((more) => f + more.toLowerCase() + l),
        ]
      : [
          f + (first[1] ?? '').toLowerCase(),
          ...first.slice(2).map((more) => f + (first[1] ?? '').toLowerCase() + more.toLowerCase()),
        ];
  const numbered = Array.from({ length: 99 }, (_, index) => `${f}${index + 2}`);
  const isTaken = new Set(taken.map((initials) => initials.toLowerCase()));
  return [...candidates, ...numbered].find((candidate) => !isTaken.has(candidate.toLowerCase())) ?? f;
}

const lettersOf = (word: string): string[] => word.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [];
