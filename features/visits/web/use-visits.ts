import { callNameOf } from '#features/people/domain';
import type { VisitState, visitCommands } from '#features/visits/domain';
import type { PayloadsOf } from '#packages/sync';
import { type TeamHandle, useTeam } from '#packages/sync/react';

type VisitPayloads = PayloadsOf<typeof visitCommands>;

/** The open team, as far as its lesson visits go. */
export const useVisits = (): TeamHandle<VisitState, VisitPayloads> => useTeam<VisitState, VisitPayloads>();

export function useNames(): (memberId: string) => string {
  const { state } = useVisits();
  return (memberId) => callNameOf(state, memberId);
}
