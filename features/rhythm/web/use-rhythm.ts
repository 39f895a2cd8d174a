import { callNameOf } from '#features/people/domain';
import type { RhythmState, rhythmCommands } from '#features/rhythm/domain';
import type { PayloadsOf } from '#packages/sync';
import { type TeamHandle, useTeam } from '#packages/sync/react';

type RhythmPayloads = PayloadsOf<typeof rhythmCommands>;

/** The open team, as far as its rhythm goes. */
export const useRhythm = (): TeamHandle<RhythmState, RhythmPayloads> =>
  useTeam<RhythmState, RhythmPayloads>();

export function useNames(): (memberId: string) => string {
  const { state } = useRhythm();
  return (memberId) => callNameOf(state, memberId);
}
