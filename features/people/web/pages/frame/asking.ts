import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Refused, Unreachable } from '#packages/http/client';

/** What the server said to a question of this page. */
export type Answer<T> =
  | { readonly is: 'asking' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'no'; readonly error: unknown };

export type Asked<T> = {
  readonly answer: Answer<T>;
  /** Asks again; what is on the screen stays until the new answer is there. */
  readonly again: () => Promise<void>;
};

/** Asks the server something when the page opens. Null: not yet. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ is: 'asking' });
  const turn = useRef(0);
  const again = useCallback(async () => {
    if (path === null) return;
    turn.current += 1;
    const mine = turn.current;
    const settle = (next: (before: Answer<T>) => Answer<T>) => {
      if (mine === turn.current) setAnswer(next);
    };
    try {
      const value = await ask<T>('GET', path);
      settle(() => ({ is: 'here', value }));
    } catch (error) {
      // What was known stays readable while the network is away.
      settle((before) =>
        before.is === 'here' && error instanceof Unreachable ? before : { is: 'no', error },
      );
    }
  }, [path]);
  useEffect(() => {
    void again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  return { answer, again };
}

export type Doing = {
  readonly busy: boolean;
  /** Why it did not happen; null when all is well. */
  readonly fault: unknown;
  readonly forget: () => void;
  /** Runs it once at a time. True when it was done. */
  readonly act: (work: () => Promise<void>) => Promise<boolean>;
};

/** Something that the page has the server do: busy, done, or a reason why not. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const running = useRef(false);
  const act = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      setFault(error);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setFault(null), []);
  return { busy, fault, forget, act };
}
