import { peoplePart } from '#features/people/domain';
import { isLongAgo } from '#packages/kernel';
import { part } from '#packages/sync';
import { visitCommands } from './commands.ts';
import { visitRecords } from './records.ts';

export const visitsPart = part({
  of: 'team',
  needs: [peoplePart],
  records: visitRecords,
  commands: visitCommands,
  gives: {
    partOfBoard: [
      {
        id: 'visits',
        step: 5,
        order: 60,
        column: 3,
        hiddenOn: ['preparation', 'organisational'],
        columnOn: {},
      },
    ],
  },
  // V7: two months after it took place, a month after it was taken off.
  leaves: {
    visitPair: ({ tookPlaceOn, removedAt }, { today }) =>
      isLongAgo(removedAt, 30, today) || isLongAgo(tookPlaceOn, 56, today),
  },
});
