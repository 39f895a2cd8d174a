import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const normal = css.slice(0, css.indexOf('@media (prefers-contrast'));

/** All colours of one theme: the first or second colour of each light-dark() pair. */
function colours(source: string, theme: 'light' | 'dark'): Map<string, string> {
  const pairs = source.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  );
}

/** Relative luminance and contrast ratio after WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const papers = ['paper', 'surface', 'sunken', 'hover'];
const pairs: readonly (readonly [text: string, behind: string, least: number])[] = [
  ...['ink', 'ink-2', 'ink-3', 'late', 'done', 'note-ink'].flatMap((text) =>
    papers.map((paper) => [text, paper, 4.5] as const),
  ),
  ...papers.map((paper) => ['line-strong', paper, 3] as const),
  ['ink', 'note', 4.5],
  ['ink-2', 'note', 4.5],
  ['note-ink', 'note', 4.5],
  ['late', 'late-soft', 4.5],
  ['done', 'done-soft', 4.5],
  ['on-strong', 'strong', 4.5],
  ['on-strong', 'strong-hover', 4.5],
  ['on-signal', 'done', 4.5],
];

describe.each(['light', 'dark'] as const)('colours, %s', (theme) => {
  const all = colours(normal, theme);
  const colour = (name: string) => all.get(name) ?? `no colour --${name}`;

  it.each(pairs)('%s can be read on %s (at least %s : 1)', (text, behind, least) => {
    expect(contrast(colour(text), colour(behind))).toBeGreaterThanOrEqual(least);
  });

  const blocks = [...normal.matchAll(/\[data-accent="(\w+)"\] \{([^}]*)\}/g)];
  it('has six accents', () => expect(blocks).toHaveLength(6));
  it.each(blocks.map(([, name = '', block = '']) => [name, block] as const))(
    'accent %s can be read',
    (_, block) => {
      const own = colours(block, theme);
      const accent = own.get('accent') ?? '';
      const soft = own.get('accent-soft') ?? '';
      for (const paper of papers) expect(contrast(accent, colour(paper)), paper).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent, soft), 'accent on soft').toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('ink'), soft), 'ink on soft').toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('on-accent'), accent), 'on accent').toBeGreaterThanOrEqual(4.5);
    },
  );
});
