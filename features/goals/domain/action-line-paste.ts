import type { Day } from '#packages/kernel';
import { plain, setOf, wordsOf } from '#packages/kernel/reading';
import {
  type ActionLine,
  type ActionLineSetting,
  type ActionLineSpan,
  readActionLine,
} from './action-line.ts';
import type { Named } from './action-line-who.ts';

/*
 * Several pasted lines make several actions.
 *
 * P1  Every line with a word in it is one action; empty lines and lines of marks only are none.
 * P2  Bullets, numbers and tick boxes in front of a line are dropped: '-', '*', '•', '1.', '2)', '[ ]', '☐'.
 * P3  A line with tabs is a row of a spreadsheet. A cell that is only a name says who, one that is only a day says
 *     when, wherever they stand; the first other cell is the action, further ones go behind it with a comma.
 * P4  What has no cell of its own is looked for in the action's cell, as in a typed line.
 * P5  A row of headings ('Wat', 'Wie', 'Wanneer') is no action.
 */

export interface PastedActionLine<P extends Named = Named> extends ActionLine<P> {
  /** The line that was read, bullet included; the spans are places in it. */
  readonly line: string;
}

const BULLETS = /^\s*(?:(?:[-*+•·–—>☐☑✓✔□]|\d{1,2}[.)])\s+|\[[ xX]?\]\s*)+/u;

const HEADINGS = setOf(
  'wat actie acties taak taken wie wanneer klaar deadline datum door voor status doel what action actions task tasks who when due date by owner goal',
);

/** Reads pasted text, one action per line. A line of only a name has the text ''; the caller refuses it. */
export function readActionLines<P extends Named>(
  text: string,
  setting: ActionLineSetting<P>,
): PastedActionLine<P>[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => wordsOf(line).length > 0)
    .flatMap((line) => {
      const bullet = BULLETS.exec(line)?.[0].length ?? 0;
      const rest = line.slice(bullet);
      const read = rest.trim().includes('\t') ? readRow(rest, setting) : readActionLine(rest, setting);
      return read ? [{ ...moved(read, bullet), line }] : [];
    });
}

function moved<P extends Named>(read: ActionLine<P>, by: number): ActionLine<P> {
  return {
    ...read,
    spans: read.spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
  };
}

function cellsOf(line: string): { readonly text: string; readonly start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let start = 0;
  for (const text of line.split('\t')) {
    if (wordsOf(text).length > 0) cells.push({ text, start });
    start += text.length + 1;
  }
  return cells;
}

const hasPerson = (read: ActionLine) => read.who !== null || read.whoAmbiguous !== undefined;

/** One row of a spreadsheet; null for a row of headings. */
function readRow<P extends Named>(line: string, setting: ActionLineSetting<P>): ActionLine<P> | null {
  const cells = cellsOf(line);
  if (cells.every((cell) => HEADINGS.has(plain(cell.text.trim())))) return null;

  let who: ActionLine<P> | null = null;
  let due: Day | null = null;
  const spans: ActionLineSpan[] = [];
  const rest: typeof cells = [];
  for (const cell of cells) {
    const read = moved(readActionLine(cell.text, setting), cell.start);
    const isWho = read.text === '' && hasPerson(read) && who === null;
    const isWhen = read.text === '' && read.due !== null && due === null;
    if (isWho) who = read;
    if (isWhen) due = read.due;
    if (isWho || isWhen) spans.push(...read.spans);
    else rest.push(cell);
  }

  const [what = { text: '', start: 0 }, ...further] = rest;
  const read = moved(
    readActionLine(what.text, setting, { who: who === null, when: due === null }),
    what.start,
  );
  const { who: person, others, whoAmbiguous } = who ?? read;
  return {
    text: [read.text, ...further.map((cell) => cell.text.trim())].filter((part) => part !== '').join(', '),
    who: person,
    others,
    ...(whoAmbiguous && { whoAmbiguous }),
    due: due ?? read.due,
    spans: [...spans, ...read.spans].sort((a, b) => a.start - b.start),
  };
}
