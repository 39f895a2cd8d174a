import type { PartOfBoard } from '#packages/feature';

/** What the board itself hangs on a board; other features bring theirs (B1). */
export const ownParts: readonly PartOfBoard[] = [
  { id: 'check-in', step: 1, order: 10, column: 1, hiddenOn: [], columnOn: {} },
  { id: 'successes', step: 2, order: 20, column: 1, hiddenOn: [], columnOn: {} },
  { id: 'parking', step: null, order: 70, column: 1, hiddenOn: [], columnOn: { organisational: 3 } },
  {
    id: 'inspiration',
    step: null,
    order: 80,
    column: 2,
    hiddenOn: ['organisational'],
    columnOn: { organisational: 1 },
  },
];
