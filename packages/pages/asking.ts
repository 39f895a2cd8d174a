import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerOf, AsksJson } from '#packages/http';
import { type Brought, call, Refused, Unreachable } from '#packages/http/client';

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

type OrNotYet<T extends readonly unknown[]> = T extends readonly []
  ? [asked?: null]
  : { [K in keyof T]: T[K] | null };

/** Asks the server something when the page opens, and anew when what is asked has changed. Null: not yet. */
export function useAnswer<E extends AsksJson>(
  endpoint: E,
  ...[asked]: OrNotYet<Brought<E>>
): Asked<AnswerOf<E>> {
  const [answer, setAnswer] = useState<Answer<AnswerOf<E>>>({ is: 'asking' });
  const turn = useRef(0);
  // As text, so that the same question is the same, however often the page is drawn.
  const question = asked === null ? null : JSON.stringify(asked ?? {});
  const again = useCallback(async () => {
    if (question === null) return;
    turn.current += 1;
    const mine = turn.current;
    const settle = (next: (before: Answer<AnswerOf<E>>) => Answer<AnswerOf<E>>) => {
      if (mine === turn.current) setAnswer(next);
    };
    try {
      const value = await call(endpoint, ...([JSON.parse(question)] as Brought<E>));
      settle(() => ({ is: 'here', value }));
    } catch (error) {
      // What was known stays readable while the network is away.
      settle((before) =>
        before.is === 'here' && error instanceof Unreachable ? before : { is: 'no', error },
      );
    }
  }, [endpoint, question]);
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
