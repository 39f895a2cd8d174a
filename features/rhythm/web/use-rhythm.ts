import { callNameOf } from '#features/people/domain';
import { useSaidName, useTeam } from '#features/people/web';
import { rhythmPart } from '#features/rhythm/domain';

/** The open team, as far as its rhythm goes. */
export const useRhythm = () => useTeam(rhythmPart);

export function useNames(): (memberId: string) => string {
  const { state } = useRhythm();
  const said = useSaidName();
  return (memberId) => said(callNameOf(state, memberId));
}
