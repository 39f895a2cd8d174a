import type { TextShape } from './chart.ts';

export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** How wide letters are, in em: at least what they measure in the bold of our font. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,:;’'|·jil!]/, 0.32],
  [/[ ftr()\-/I1“”"]/, 0.44],
  [/[%@]/, 0.97],
  [/[mMW≥≤◆▲]/, 0.89],
  [/[A-Zw…]/, 0.72],
];

/** How much room a text takes. Worked out, not measured: a server has no screen to measure on. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.6;
  return width * size;
}

/** A text that is too wide ends in …, after a whole word where that leaves most of it. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  const cut = letters.join('');
  const space = cut.lastIndexOf(' ');
  return cut === '' ? '' : `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A text in lines of at most this width; what does not fit in `most` lines is cut off with …. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim().split(/\s+/);
  while (rest.length > 0 && rest[0] !== '') {
    if (lines.length === most - 1) return [...lines, fitted(rest.join(' '), width, size)];
    let count = 1;
    while (count < rest.length && textWidth(rest.slice(0, count + 1).join(' '), size) <= width) count++;
    lines.push(fitted(rest.slice(0, count).join(' '), width, size));
    rest = rest.slice(count);
  }
  return lines;
}

/** The room of a text in a picture, from the top of its capitals to the foot of its g. */
export function boxOf({ x, y, text, fontSize, textAnchor = 'start' }: TextShape): Box {
  const width = textWidth(text, fontSize);
  const left = textAnchor === 'start' ? x : textAnchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - fontSize * 0.72, bottom: y + fontSize * 0.2 };
}

export const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A text in a picture. */
export const label = (text: string, at: Omit<TextShape, 'tag' | 'text'>): TextShape => ({
  tag: 'text',
  text,
  ...at,
});

/** With a rim in the colour behind it, so that it can be read where a line passes. */
export const rimmed = (text: string, ground: string, at: Omit<TextShape, 'tag' | 'text'>): TextShape => ({
  tag: 'text',
  text,
  stroke: ground,
  strokeWidth: at.fontSize * 0.28,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
  ...at,
});
