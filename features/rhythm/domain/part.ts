import { peoplePart } from '#features/people/domain';
import { addDays } from '#packages/kernel';
import { part } from '#packages/sync';
import { rhythmCommands } from './commands.ts';
import { rhythmRecords } from './records.ts';

export const rhythmPart = part({
  of: 'team',
  needs: [peoplePart],
  records: rhythmRecords,
  commands: rhythmCommands,
  gives: {
    partOfBoard: [{ id: 'programme', step: 5, order: 50, column: 3, hiddenOn: [], columnOn: {} }],
  },
  // R24: plans and programmes of a month ago, and who led ten weeks ago, are history.
  leaves: {
    plannedSession: ({ day }, { today }) => day < addDays(today, -28),
    programmeItem: ({ day }, { today }) => day < addDays(today, -28),
    ledSession: ({ day }, { today }) => day < addDays(today, -70),
    period: ({ lastDay, removedAt }, { today }) => lastDay < addDays(today, removedAt === null ? -400 : -30),
  },
});
