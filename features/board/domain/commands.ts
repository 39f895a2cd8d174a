import { arrangingCommands } from './arranging-commands.ts';
import { checkInCommands } from './check-in-commands.ts';
import { inspirationCommands } from './inspiration-commands.ts';
import { parkedCommands } from './parked-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { successCommands } from './success-commands.ts';

export const boardCommands = {
  ...arrangingCommands,
  ...sessionCommands,
  ...checkInCommands,
  ...successCommands,
  ...parkedCommands,
  ...inspirationCommands,
} as const;
