import { describe, expect, test } from 'vitest';
import { type BoardPart, type PartPlace, standardBoard } from '#features/board/domain';
import { columnShares, columnsOf, givesWay, numberOf, phoneOrder, widestColumn } from './board-view.ts';

const { parts } = standardBoard('teachers');
const hide = (...hidden: BoardPart[]): PartPlace[] =>
  parts.map((place) => (hidden.includes(place.part) ? { ...place, hidden: true } : place));
const names = (places: readonly PartPlace[]) => places.map(({ part }) => part);

const calm = { sessionToday: false, myOverdue: 0, myOpen: 0, myVisits: 0, goalsToMeasure: 0 };

describe('the numbers on the board', () => {
  test('are the steps of the session; what no step walks has none', () => {
    expect(parts.map(({ part }) => numberOf(part, parts))).toEqual([1, 2, null, 3, null, 4, 5, null]);
  });

  test('visits bear the fifth when the programme is out of sight', () => {
    expect(numberOf('visits', hide('programme'))).toBe(5);
  });
});

describe('columns', () => {
  test("hold the parts in the team's order, without what is hidden", () => {
    expect(columnsOf(hide('parking', 'visits')).map(names)).toEqual([
      ['check-in', 'successes'],
      ['goals', 'inspiration'],
      ['actions', 'programme'],
    ]);
  });

  test('an empty column leaves its room to the others', () => {
    expect(columnsOf(hide('goals', 'inspiration'))).toHaveLength(2);
    expect(columnsOf(hide(...names(parts)))).toEqual([]);
  });

  test('the column with the goals is the widest, wherever the team put it', () => {
    const swapped = parts.map((place) => ({ ...place, column: 4 - place.column }));
    const shares = columnShares(columnsOf(swapped));
    expect(widestColumn(columnShares(columnsOf(parts)))).toBe(1);
    expect(shares).toEqual([1.5, 2.1, 1]);
    const goalsFirst = parts.map((place) => ({
      ...place,
      column: place.part === 'goals' ? 1 : place.column,
    }));
    expect(widestColumn(columnShares(columnsOf(goalsFirst)))).toBe(0);
  });
});

describe('on a phone', () => {
  test('nothing to do: what the team does first, then its goals', () => {
    expect(names(phoneOrder(parts, calm)).slice(0, 3)).toEqual(['actions', 'goals', 'programme']);
  });

  test('late actions of my own come before everything', () => {
    const forMe = { ...calm, myOverdue: 1, myOpen: 3, sessionToday: true, myVisits: 1 };
    expect(names(phoneOrder(parts, forMe)).slice(0, 3)).toEqual(['actions', 'programme', 'visits']);
  });

  test('on the day of a session the programme comes before actions that can wait', () => {
    const forMe = { ...calm, myOpen: 2, sessionToday: true };
    expect(names(phoneOrder(parts, forMe)).slice(0, 2)).toEqual(['programme', 'actions']);
  });

  test('every shown part is there once, hidden ones are not', () => {
    const forMe = { sessionToday: true, myOverdue: 2, myOpen: 2, myVisits: 1, goalsToMeasure: 1 };
    const ordered = names(phoneOrder(hide('parking'), forMe));
    expect([...ordered].sort()).toEqual(names(hide('parking').filter((place) => !place.hidden)).sort());
  });
});

describe('a column on the wall that is too full', () => {
  test('who is here stays whole; the inspiration side gives way before the goals above it', () => {
    expect(givesWay('check-in').shrink).toBe(0);
    expect(givesWay('inspiration').shrink).toBeGreaterThan(givesWay('goals').shrink);
    expect(givesWay('actions').shrink).toBeGreaterThan(givesWay('programme').shrink);
  });

  test('what every part keeps fits on the screen, in each column of the standard board', () => {
    // A wall shows some 33 lines below its header.
    for (const column of columnsOf(parts)) {
      expect(column.reduce((lines, { part }) => lines + givesWay(part).least, 0)).toBeLessThan(33);
    }
  });
});
