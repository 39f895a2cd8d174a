import { coachCommands } from './coach-commands.ts';
import { periodCommands } from './period-commands.ts';
import { programmeCommands } from './programme-commands.ts';
import { rotaCommands } from './rota-commands.ts';
import { sessionCommands } from './session-commands.ts';

export const rhythmCommands = {
  ...periodCommands,
  ...sessionCommands,
  ...programmeCommands,
  ...rotaCommands,
  ...coachCommands,
} as const;
