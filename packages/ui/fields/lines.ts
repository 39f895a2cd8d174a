/** Marks of a list, as they come along from a letter or a mail. */
const MARK = /^\s*(?:[-*•–◦▪☐✓]|\d{1,2}[.)])\s+/;

/** The lines of what was typed or pasted: without marks of a list, without what is empty. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line, _, all) => (all.length > 1 ? line.replace(MARK, '') : line).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** What was not taken, as one line to look at again. */
export const withoutKept = (lines: readonly string[], kept: number): string => lines.slice(kept).join('; ');
