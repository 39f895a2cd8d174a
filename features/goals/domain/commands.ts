import { commandsOnActions } from './action-commands.ts';
import { commandsOnGoals } from './goal-commands.ts';
import { commandsOnMeasurements } from './measurement-commands.ts';

export const goalCommands = { ...commandsOnGoals, ...commandsOnMeasurements, ...commandsOnActions } as const;
