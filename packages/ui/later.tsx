import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

const AGAIN_MS = 3000;
const wanted: (() => Promise<unknown>)[] = [];

/**
 * A component whose code comes when it is first shown, or before that when there is a quiet moment (`fetchAhead`), so
 * that it is there as well when the network is gone. Without its code it shows `waiting` and tries again.
 *
 * @param isWanted false for what has no business on a device that has come past it
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
  isWanted = true,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  const ask = async () => {
    known ??= await load();
    return known;
  };
  if (isWanted) wanted.push(ask);

  return function Later(props: Props) {
    const [Known, setKnown] = useState<ComponentType<Props> | null>(() => known);
    useEffect(() => {
      if (Known) return;
      let timer: ReturnType<typeof setTimeout>;
      let isOver = false;
      const attempt = () =>
        ask().then(
          (component) => {
            if (!isOver) setKnown(() => component);
          },
          () => {
            if (!isOver) timer = setTimeout(attempt, AGAIN_MS);
          },
        );
      void attempt();
      return () => {
        isOver = true;
        clearTimeout(timer);
      };
    }, [Known]);
    return Known ? <Known {...props} /> : waiting;
  };
}

/** Fetches what may be asked for later, one thing after the other, once the page has nothing better to do. */
export function fetchAhead(): () => void {
  let isOver = false;
  const go = async () => {
    for (const ask of wanted) {
      if (isOver) return;
      // Without a network it comes when it is asked for.
      await ask().catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void go(), 2000);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
