import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, chooseSpot, meet } from './noticeSpot.ts';

const notice = { width: 340, height: 56 };
const laptop = { width: 1280, height: 800, edge: 16, footer: 0 };
const phone = { width: 390, height: 844, edge: 16, footer: 72 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('U10: where a notice lies', () => {
  it('at the bottom in the middle, when nobody is busy', () => {
    expect(chooseSpot(notice, laptop, [])).toBe('bottom');
  });

  it('beside a field at the bottom in which somebody types', () => {
    expect(chooseSpot(notice, laptop, [box(400, 720, 500, 48)])).toBe('bottom-end');
  });

  it('in the other corner when the next field is in the first', () => {
    const inUse = [box(400, 720, 500, 48), box(960, 720, 300, 48)];
    expect(chooseSpot(notice, laptop, inUse)).toBe('bottom-start');
  });

  it('on top of a phone whose lowest field is in use: there is no room beside it', () => {
    expect(chooseSpot(notice, phone, [box(16, 700, 358, 48)])).toBe('top');
  });

  it('above the bar of a phone, not on it', () => {
    expect(chooseSpot(notice, phone, [box(0, 772, 390, 72)])).toBe('bottom');
  });

  it('touching is not covering', () => {
    expect(meet(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(false);
    expect(meet(box(0, 0, 10, 10), box(9, 9, 10, 10))).toBe(true);
  });

  it('one field is never covered, wherever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 740 }), (left, top) => {
        const field = box(left, top, 360, 48);
        const spot = chooseSpot(notice, laptop, [field]);
        const at = spot === 'top' ? 16 : 800 - 16 - 56;
        const from = { bottom: 470, top: 470, 'bottom-end': 924, 'bottom-start': 16 }[spot];
        expect(meet(box(from, at, 340, 56), field)).toBe(false);
      }),
    );
  });
});
