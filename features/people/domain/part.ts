import { part } from '#packages/sync';
import { peopleCommands } from './commands.ts';
import { peopleRecords } from './records.ts';

export const peoplePart = part({
  of: 'team',
  needs: [],
  records: peopleRecords,
  commands: peopleCommands,
  personal: { member: ['name', 'initials'] },
});
