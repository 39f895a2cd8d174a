import { useEffect, useState } from 'react';
import { type MyTeam, teamContract } from '#features/people/domain';
import { call, Refused, Unreachable } from '#packages/http/client';
import { useMe } from './me.tsx';

/** A team with what it lies under: of one's own schools it is known already, of any other the server tells. */
export function useMyTeam(teamId: string): MyTeam | undefined {
  const { teams } = useMe();
  const known = teams.find((team) => team.id === teamId);
  const isKnown = known !== undefined;
  const [told, setTold] = useState<MyTeam | undefined>();
  useEffect(() => {
    if (isKnown) return;
    let isOver = false;
    call(teamContract.read, { params: { team: teamId } })
      .then(({ team }) => {
        if (!isOver) setTold(team);
      })
      .catch((error: unknown) => {
        // The board itself says so where it cannot be opened.
        if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      });
    return () => {
      isOver = true;
    };
  }, [teamId, isKnown]);
  return known ?? (told?.id === teamId ? told : undefined);
}
