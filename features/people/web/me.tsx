import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Me } from '#features/people/domain';
import { ask, clearThisDevice, Refused, Unreachable } from '#packages/sync/client';

export type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'in'; readonly me: Me }
  | { readonly is: 'out' }
  /** Nobody answered, and this device has no memory of who it belongs to. */
  | { readonly is: 'unreachable' };

type Held = { readonly standing: Standing; readonly refresh: () => Promise<void>; readonly signOut: () => Promise<void> };

const MeContext = createContext<Held | null>(null);
const KEPT = 'samenbeter-me';

/** Who is signed in on this device. Without a network the answer of last time holds. */
export function MeProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>(remembered);

  const refresh = useCallback(async () => {
    try {
      const me = await ask<Me>('GET', '/me');
      localStorage.setItem(KEPT, JSON.stringify(me));
      setStanding({ is: 'in', me });
    } catch (error) {
      if (error instanceof Unreachable) setStanding((before) => (before.is === 'in' ? before : { is: 'unreachable' }));
      else if (error instanceof Refused) {
        localStorage.removeItem(KEPT);
        setStanding({ is: 'out' });
      } else throw error;
    }
  }, []);

  const signOut = useCallback(async () => {
    await ask('POST', '/sign-out');
    await clearThisDevice();
    localStorage.removeItem(KEPT);
    setStanding({ is: 'out' });
  }, []);

  useEffect(() => {
    void refresh();
  }, [refresh]);

  const held = useMemo(() => ({ standing, refresh, signOut }), [standing, refresh, signOut]);
  return <MeContext value={held}>{children}</MeContext>;
}

function remembered(): Standing {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept ? { is: 'in', me: JSON.parse(kept) as Me } : { is: 'asking' };
  } catch {
    return { is: 'asking' };
  }
}

export function useStanding(): Held {
  const held = useContext(MeContext);
  if (!held) throw new Error('useStanding needs a MeProvider above it');
  return held;
}

/** For pages that are only shown to somebody who is signed in. */
export function useMe(): Me {
  const { standing } = useStanding();
  if (standing.is !== 'in') throw new Error('useMe outside the signed-in part of the site');
  return standing.me;
}
