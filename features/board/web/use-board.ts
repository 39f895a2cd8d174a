import { boardPart } from '#features/board/domain';
import { callNameOf } from '#features/people/domain';
import { useSaidName, useTeam } from '#features/people/web';

/** The open team with everything on its board. */
export const useBoard = () => useTeam(boardPart);

/** How somebody of the team is called on the board; null gives null. */
export function useCallName(): (memberId: string | null) => string | null {
  const { state } = useBoard();
  const said = useSaidName();
  return (memberId) => (memberId === null ? null : said(callNameOf(state, memberId)));
}
