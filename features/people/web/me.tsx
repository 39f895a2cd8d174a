import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Actor, type Me, meContract } from '#features/people/domain';
import { call, Refused, Unreachable } from '#packages/http/client';
import { clearThisDevice } from '#packages/sync/client';

export type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'in'; readonly me: Me }
  /** `was`: who was signed in here until the server said otherwise; null after signing out oneself. */
  | { readonly is: 'out'; readonly was: Actor['kind'] | null }
  /** Nobody answered, and this device has no memory of who it belongs to. */
  | { readonly is: 'unreachable' };

type Held = {
  readonly standing: Standing;
  /** Asks the server again; gives who is signed in now, or null. */
  readonly refresh: () => Promise<Me | null>;
  readonly signOut: () => Promise<void>;
};

const MeContext = createContext<Held | null>(null);
const KEPT = 'samenbeter-me';
/** Whose changes and boards this device keeps. Outlives being signed out from elsewhere: they may come back. */
const OWNER = 'samenbeter-owner';

/** Who is signed in on this device. Without a network the answer of last time holds. */
export function MeProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>(remembered);
  const latest = useRef(standing);
  latest.current = standing;

  const refresh = useCallback(async (): Promise<Me | null> => {
    try {
      const me = await call(meContract.read);
      await makeRoomFor(me);
      localStorage.setItem(KEPT, JSON.stringify(me));
      setStanding((before) =>
        // An equal answer changes nothing on the screen.
        before.is === 'in' && JSON.stringify(before.me) === JSON.stringify(me) ? before : { is: 'in', me },
      );
      return me;
    } catch (error) {
      const before = latest.current;
      if (error instanceof Unreachable) {
        if (before.is !== 'in') setStanding({ is: 'unreachable' });
        return before.is === 'in' ? before.me : null;
      }
      if (!(error instanceof Refused)) throw error;
      localStorage.removeItem(KEPT);
      if (before.is !== 'out')
        setStanding({ is: 'out', was: before.is === 'in' ? before.me.actor.kind : null });
      return null;
    }
  }, []);

  const signOut = useCallback(async () => {
    await call(meContract.signOut);
    await clearThisDevice();
    localStorage.removeItem(KEPT);
    localStorage.removeItem(OWNER);
    setStanding({ is: 'out', was: null });
  }, []);

  useEffect(() => {
    const again = () => void refresh();
    const whenSeen = () => {
      if (document.visibilityState === 'visible') again();
    };
    // Another tab of this browser came in as somebody else, or went out.
    const whenOtherTab = ({ key }: StorageEvent) => {
      if (key === KEPT) again();
    };
    again();
    addEventListener('online', again);
    addEventListener('storage', whenOtherTab);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      removeEventListener('online', again);
      removeEventListener('storage', whenOtherTab);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [refresh]);

  const held = useMemo(() => ({ standing, refresh, signOut }), [standing, refresh, signOut]);
  return <MeContext value={held}>{children}</MeContext>;
}

/** What one person kept on this device is never shown to, or sent as, somebody else. */
async function makeRoomFor({ actor }: Me): Promise<void> {
  const owner = actor.kind === 'person' ? actor.personId : actor.displayId;
  const before = localStorage.getItem(OWNER);
  if (before !== null && before !== owner) await clearThisDevice();
  localStorage.setItem(OWNER, owner);
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
