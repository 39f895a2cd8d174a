import { callNameOf } from '#features/people/domain';
import { useSaidName, useTeam } from '#features/people/web';
import { visitsPart } from '#features/visits/domain';

/** The open team, as far as its lesson visits go. */
export const useVisits = () => useTeam(visitsPart);

export function useNames(): (memberId: string) => string {
  const { state } = useVisits();
  const said = useSaidName();
  return (memberId) => said(callNameOf(state, memberId));
}
