import { useEffect, useState } from 'react';
import { type ClockTime, timeIn } from '#packages/kernel';

const MINUTE = 60_000;

/** The time at school, by the server's clock; changes at the whole minute. */
export function useWallClock(now: () => number): ClockTime {
  const [time, setTime] = useState(() => timeIn(now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const moment = now();
      setTime(timeIn(moment));
      timer = setTimeout(tick, MINUTE - (moment % MINUTE) + 20);
    };
    tick();
    return () => clearTimeout(timer);
    // `now` is made anew on every render and always says the same.
  }, []);
  return time;
}
