import type { GoalState, goalCommands } from '#features/goals/domain';
import type { PayloadsOf } from '#packages/sync';
import { type TeamHandle, useTeam } from '#packages/sync/react';

export type GoalPayloads = PayloadsOf<typeof goalCommands>;

/** The open team, as far as goals and actions know it. */
export const useGoals = (): TeamHandle<GoalState, GoalPayloads> => useTeam<GoalState, GoalPayloads>();
