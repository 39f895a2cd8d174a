import { isLongAgo } from '#packages/kernel';
import { part } from '#packages/sync';
import { themeCommands } from './commands.ts';
import { themeRecords } from './records.ts';

export const themesPart = part({
  of: 'school',
  needs: [],
  records: themeRecords,
  commands: themeCommands,
  // T6.
  leaves: { schoolInspiration: ({ removedAt }, { today }) => isLongAgo(removedAt, 30, today) },
});
