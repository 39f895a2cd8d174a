import { describe, expect, test } from 'vitest';
import { partsInOrder, standardBoard, stepsOf, type TeamState } from '#features/board/domain';
import { teamKinds } from '#features/people/domain';
import { facesOf } from '#packages/feature/web';
import { emptyState } from '#packages/sync';
import { faces } from '../../apps/web/faces.ts';
import { teamBoard } from './two-years.ts';

/** The board with all that the listed features bring to it. */
const state = emptyState(teamBoard) as TeamState;
const kinds = [...teamKinds, 'organisational'] as const;

describe('the standard board of all features together', () => {
  test.each(kinds)('B1 of a %s team has every part once, and steps of 15:00 together', (kind) => {
    const { parts, budgets } = standardBoard(state, kind);
    const all = partsInOrder(state).map(({ id }) => id);
    expect(parts.map(({ part }) => part).sort()).toEqual(all.sort());
    expect(stepsOf(state, parts)).toEqual(kind === 'organisational' ? [1, 2, 4, 5] : [1, 2, 3, 4, 5]);
    expect(stepsOf(state, parts).reduce((sum, step) => sum + (budgets[step - 1] ?? 0), 0)).toBe(900);
  });

  test('every part has a face, and every face its part', () => {
    expect(Object.keys(faces.parts).sort()).toEqual(
      partsInOrder(state)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('what the history tells is told by one feature, in both languages', async () => {
    const { nl, en } = await faces.deeds();
    expect(Object.keys(nl).length).toBeGreaterThan(40);
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
    const [name = ''] = Object.keys(faces.parts);
    const part = faces.parts[name] as NonNullable<(typeof faces.parts)[string]>;
    expect(() => facesOf([{ parts: { [name]: part } }, { parts: { [name]: part } }])).toThrow(
      `two features both have ${name}`,
    );
  });

  test('a part begins otherwise on kinds of board that there are', () => {
    const named = partsInOrder(state).flatMap(({ hiddenOn, columnOn }) => [
      ...hiddenOn,
      ...Object.keys(columnOn),
    ]);
    expect(named.filter((kind) => !kinds.some((known) => known === kind))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  const shown = Object.values(faces.parts);
  test.each([
    ['on the board', partsInOrder(state).map(({ order }) => order)],
    ['on a phone', shown.map(({ onPhone }) => onPhone)],
    ['when they ask for attention', shown.flatMap(({ asks = [] }) => asks.map(({ rank }) => rank))],
    ['by a key', shown.flatMap(({ shortcut }) => shortcut ?? [])],
    ['in the last step', faces.todayCards.map(({ order }) => order)],
    ['on a day', faces.dayCards.map(({ order }) => order)],
    ['beside the pages of a team', faces.besideTeamPages.map(({ order }) => order)],
  ])('no two ask for one place %s', (_, places) => {
    expect(new Set<unknown>(places).size).toBe(places.length);
  });
});

describe('a column on the wall that is too full', () => {
  const givesWay = (part: string) => {
    const face = faces.parts[part];
    if (!face) throw new Error(`${part} has no face`);
    return face.givesWay;
  };

  test('who is here stays whole; the inspiration side gives way before the goals above it', () => {
    expect(givesWay('check-in').shrink).toBe(0);
    expect(givesWay('inspiration').shrink).toBeGreaterThan(givesWay('goals').shrink);
    expect(givesWay('actions').shrink).toBeGreaterThan(givesWay('programme').shrink);
  });

  test.each(kinds)(
    'what every part keeps fits on the screen, in each column of the board of a %s team',
    (kind) => {
      const shown = standardBoard(state, kind).parts.filter(({ hidden }) => !hidden);
      // A wall shows some 33 lines below its header.
      for (const column of [1, 2, 3]) {
        const parts = shown.filter((place) => place.column === column);
        expect(parts.reduce((lines, { part }) => lines + givesWay(part).least, 0)).toBeLessThan(33);
      }
    },
  );
});
