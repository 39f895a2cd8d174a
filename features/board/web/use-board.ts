import type { TeamPayloads, TeamState } from '#features/board/domain';
import { callNameOf } from '#features/people/domain';
import { type TeamHandle, useTeam } from '#packages/sync/react';

/** The open team with everything on its board. */
export const useBoard = (): TeamHandle<TeamState, TeamPayloads> => useTeam<TeamState, TeamPayloads>();

/** How somebody of the team is called on the board; null gives null. */
export function useCallName(): (memberId: string | null) => string | null {
  const { state } = useBoard();
  return (memberId) => (memberId === null ? null : callNameOf(state, memberId));
}
