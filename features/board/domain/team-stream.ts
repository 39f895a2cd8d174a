import { goalCommands, goalRecords } from '#features/goals/domain';
import { peopleCommands, peopleRecords } from '#features/people/domain';
import { rhythmCommands, rhythmRecords } from '#features/rhythm/domain';
import { visitCommands, visitRecords } from '#features/visits/domain';
import type { PayloadsOf, RecordsOf, StateOf, StreamDefinition } from '#packages/sync';
import { boardCommands } from './commands.ts';
import { boardRecords } from './records.ts';

/** All that a team's stream holds, and all that can be done in it: the features that live on the board, together. */
export const teamStream = {
  records: { ...peopleRecords, ...rhythmRecords, ...goalRecords, ...visitRecords, ...boardRecords },
  commands: { ...peopleCommands, ...rhythmCommands, ...goalCommands, ...visitCommands, ...boardCommands },
} satisfies StreamDefinition;

type TeamRecords = RecordsOf<typeof teamStream.records>;
export type TeamState = StateOf<TeamRecords>;
export type TeamPayloads = PayloadsOf<typeof teamStream.commands>;
export type TeamCommandName = keyof TeamPayloads;
