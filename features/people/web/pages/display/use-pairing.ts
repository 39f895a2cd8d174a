import { useEffect, useState } from 'react';
import { displayContract, type Me } from '#features/people/domain';
import { call, Refused, Unreachable } from '#packages/http/client';
import { useStanding } from '../../me.tsx';

export type Pairing =
  | { readonly is: 'asking' }
  | { readonly is: 'waiting'; readonly code: string }
  | { readonly is: 'paired' };

const POLL_MS = 2_000;
/** A code is changed for a new one this long before it runs out: nobody is left typing a dead one. */
const RENEW_BEFORE_MS = 60_000;

/** Shows a code until somebody has entered it, then signs this screen in as that team's board (rule P13). */
export function usePairing(onPaired: (me: Me) => void): { pairing: Pairing; isConnected: boolean } {
  const { refresh } = useStanding();
  const [pairing, setPairing] = useState<Pairing>({ is: 'asking' });
  const [isConnected, setConnected] = useState(true);

  useEffect(() => {
    let renewAt = 0;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;

    const step = async () => {
      if (Date.now() >= renewAt) {
        const { code, expiresAt } = await call(displayContract.startPairing);
        renewAt = Math.max(Date.parse(expiresAt) - RENEW_BEFORE_MS, Date.now() + RENEW_BEFORE_MS);
        if (!isOver) setPairing({ is: 'waiting', code });
        return;
      }
      const { state } = await call(displayContract.pairing);
      if (state === 'none') renewAt = 0;
      if (state !== 'paired' || isOver) return;
      setPairing({ is: 'paired' });
      await call(displayContract.collectSession);
      const me = await refresh();
      if (me) onPaired(me);
    };
    const turn = async () => {
      try {
        await step();
        setConnected(true);
      } catch (error) {
        // Too often, or not there any more: a new code a little later.
        if (error instanceof Refused) renewAt = 0;
        else if (error instanceof Unreachable) setConnected(false);
        else throw error;
      }
      if (!isOver) timer = setTimeout(() => void turn(), POLL_MS);
    };
    // Not at once: an effect that is taken back must not have asked for a code of its own.
    timer = setTimeout(() => void turn(), 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [refresh, onPaired]);

  return { pairing, isConnected };
}
