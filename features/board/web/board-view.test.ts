import { describe, expect, test } from 'vitest';
import { boardPart, type PartPlace, standardBoard, type TeamState } from '#features/board/domain';
import { emptyState, runnableOf } from '#packages/sync';
import { columnShares, columnsOf, numberOf, phoneOrder, widestColumn } from './board-view.ts';

const state = emptyState(runnableOf(boardPart)) as TeamState;
const { parts } = standardBoard(state, 'teachers');
const hide = (...hidden: string[]): PartPlace[] =>
  parts.map((place) => (hidden.includes(place.part) ? { ...place, hidden: true } : place));
const names = (places: readonly PartPlace[]) => places.map(({ part }) => part);

describe('the numbers on the board', () => {
  test('are the steps of the session; what no step walks has none', () => {
    const numbers = parts.map(({ part }) => [part, numberOf(state, part, parts)]);
    expect(numbers).toEqual([
      ['check-in', 1],
      ['successes', 2],
      ['parking', null],
      ['goals', 3],
      ['inspiration', null],
      ['actions', 4],
      ['programme', 5],
    ]);
  });

  test('the first part of a step bears its number, the next one when that is out of sight', () => {
    // As if two parts stood in the second step.
    const step2 = { get: () => ({ step: 2 }) };
    const known = { partOfBoard: step2 } as unknown as TeamState;
    const [first, second, ...rest] = parts as [PartPlace, PartPlace, ...PartPlace[]];
    expect(numberOf(known, second.part, [first, second, ...rest])).toBeNull();
    expect(numberOf(known, second.part, [{ ...first, hidden: true }, second, ...rest])).toBe(2);
  });

  test('a part that no feature brings has none', () => {
    expect(numberOf(state, 'garden', parts)).toBeNull();
  });
});

describe('columns', () => {
  test("hold the parts in the team's order, without what is hidden", () => {
    expect(columnsOf(hide('parking', 'programme')).map(names)).toEqual([
      ['check-in', 'successes'],
      ['goals', 'inspiration'],
      ['actions'],
    ]);
  });

  test('an empty column leaves its room to the others', () => {
    expect(columnsOf(hide('goals', 'inspiration'))).toHaveLength(2);
    expect(columnsOf(hide(...names(parts)))).toEqual([]);
  });

  test('are as wide as their most demanding part asks; one without a face asks for one share', () => {
    const faceOf = (part: string) => (part === 'goals' ? { share: 2.1, onPhone: 0 } : undefined);
    expect(columnShares(columnsOf(parts), faceOf)).toEqual([1, 2.1, 1]);
    expect(widestColumn([1, 2.1, 1])).toBe(1);
    expect(widestColumn([2.1, 2.1, 1])).toBe(0);
  });
});

describe('on a phone', () => {
  const looking = { memberId: 'noor', today: '2026-11-24' };
  const asks = (rank: number, isAsking: boolean) => ({ rank, when: () => isAsking });
  const faceOf = (part: string) =>
    ({
      actions: { share: 1, onPhone: 0, asks: [asks(30, true), asks(10, false)] },
      goals: { share: 1, onPhone: 10, asks: [asks(20, true)] },
      programme: { share: 1, onPhone: 30, asks: [asks(1, false)] },
      parking: { share: 1, onPhone: 20 },
    })[part];

  test('what asks for something comes first, by its most urgent question; the rest as the features say', () => {
    const order = names(phoneOrder(hide('check-in', 'successes', 'inspiration'), state, looking, faceOf));
    expect(order).toEqual(['goals', 'actions', 'parking', 'programme']);
  });

  test('a question is asked of the board as it stands, for whoever looks', () => {
    const asked: unknown[] = [];
    const when = (...given: unknown[]) => asked.push(given) > 0;
    phoneOrder(parts, state, looking, () => ({
      share: 1,
      onPhone: 0,
      asks: [{ rank: 1, when }],
    }));
    expect(asked).toContainEqual([state, looking]);
  });

  test('every shown part is there once, hidden ones are not', () => {
    const ordered = names(phoneOrder(hide('parking'), state, looking, faceOf));
    expect([...ordered].sort()).toEqual(names(hide('parking').filter((place) => !place.hidden)).sort());
  });
});
