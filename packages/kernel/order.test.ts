import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, lastPosition, moved, type Placed } from './order.ts';

const apply = (things: Placed[], changed: Placed[]) => {
  const byId = new Map([...things, ...changed].map((thing) => [thing.id, thing]));
  return inOrder(byId.values());
};

const list = fc
  .uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 })
  .map((positions) =>
    positions.map((position, index): Placed => ({ id: String.fromCharCode(97 + index), position })),
  );

describe('order', () => {
  it('moves one thing and leaves the others in their order', () => {
    fc.assert(
      fc.property(list, fc.nat(10), fc.nat(10), (things, which, index) => {
        const thing = things[which % things.length];
        if (!thing) throw new Error('no thing');
        const after = apply(things, moved(things, thing.id, index)).map((each) => each.id);
        const others = inOrder(things)
          .map((each) => each.id)
          .filter((id) => id !== thing.id);
        expect(after.filter((id) => id !== thing.id)).toEqual(others);
        expect(after.indexOf(thing.id)).toBe(Math.min(index, others.length));
      }),
    );
  });

  it('changes only what really gets another position', () => {
    const things = [
      { id: 'a', position: 2 },
      { id: 'b', position: 5 },
      { id: 'c', position: 9 },
    ];
    expect(moved(things, 'a', 0)).toEqual([]);
    expect(moved(things, 'a', 1)).toEqual([
      { id: 'b', position: 2 },
      { id: 'a', position: 5 },
    ]);
    expect(moved(things, 'gone', 1)).toEqual([]);
  });

  it('a new thing comes last', () => {
    expect(lastPosition([])).toBe(0);
    expect(lastPosition([{ id: 'a', position: 4 }])).toBe(5);
  });
});
