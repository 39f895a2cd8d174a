import { expect } from 'vitest';
import type { Picture, Shape, TextShape } from './chart.ts';
import { boxOf, touch } from './text.ts';

export const textsOf = ({ shapes }: Picture) =>
  shapes.filter((shape): shape is TextShape => shape.tag === 'text');

/** What an element takes of the picture, as far as its attributes say. */
function numbersOf(shape: Shape): number[] {
  return Object.values(shape).flatMap((value) => (typeof value === 'number' ? [value] : []));
}

/** No text on another, every text and every figure within the picture. */
export function expectOrder(picture: Picture): void {
  const boxes = textsOf(picture).map((text) => ({ text: text.text, box: boxOf(text) }));
  for (const [index, one] of boxes.entries()) {
    expect(one.box.left, one.text).toBeGreaterThanOrEqual(-0.5);
    expect(one.box.right, one.text).toBeLessThanOrEqual(picture.width + 0.5);
    expect(one.box.top, one.text).toBeGreaterThanOrEqual(-0.5);
    expect(one.box.bottom, one.text).toBeLessThanOrEqual(picture.height + 0.5);
    for (const other of boxes.slice(index + 1))
      expect(touch(one.box, other.box), `“${one.text}” on “${other.text}”`).toBe(false);
  }
  for (const shape of picture.shapes) {
    for (const number of numbersOf(shape)) expect(Number.isFinite(number), JSON.stringify(shape)).toBe(true);
    const at = extentOf(shape);
    if (!at) continue;
    expect(at.left, JSON.stringify(shape)).toBeGreaterThanOrEqual(-1);
    expect(at.right, JSON.stringify(shape)).toBeLessThanOrEqual(picture.width + 1);
    expect(at.top, JSON.stringify(shape)).toBeGreaterThanOrEqual(-1);
    expect(at.bottom, JSON.stringify(shape)).toBeLessThanOrEqual(picture.height + 1);
  }
}

/** The room of a shape; null for a text, and for what lies within another shape. */
export function extentOf(shape: Shape) {
  const { tag } = shape;
  if (tag === 'text') return null;
  const at = (name: string) => Number(shape[name]);
  if (tag === 'circle')
    return {
      left: at('cx') - at('r'),
      right: at('cx') + at('r'),
      top: at('cy') - at('r'),
      bottom: at('cy') + at('r'),
    };
  if (tag === 'rect')
    return { left: at('x'), right: at('x') + at('width'), top: at('y'), bottom: at('y') + at('height') };
  if (tag === 'line')
    return {
      left: Math.min(at('x1'), at('x2')),
      right: Math.max(at('x1'), at('x2')),
      top: Math.min(at('y1'), at('y2')),
      bottom: Math.max(at('y1'), at('y2')),
    };
  const numbers = (String(shape.d).match(/-?[\d.]+/g) ?? []).map(Number);
  if (numbers.length === 0) return null;
  // M x y L x y …; the stripes of a fill (M x y V y) lie within their rectangle.
  if (String(shape.d).includes('V')) return null;
  const xs = numbers.filter((_, place) => place % 2 === 0);
  const ys = numbers.filter((_, place) => place % 2 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
