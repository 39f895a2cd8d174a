/**
 * Moves this process to another day: `MOVED_DATE=2028-02-29` makes today that day, at the time of day that it is. Time
 * goes on as always. For the runs of the suite that look for tests, and code, that hold on some dates only.
 */
const movedDate = process.env.MOVED_DATE;

// Files share a process: what one of them moved, the next one puts back first.
const kept = globalThis as { realDate?: DateConstructor };
kept.realDate ??= Date;
const RealDate = kept.realDate;
globalThis.Date = RealDate;

if (movedDate !== undefined) {
  const midnight = RealDate.parse(`${movedDate}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new Error(`MOVED_DATE is no day: ${movedDate}`);
  const started = RealDate.now();
  const moved = midnight + (started % 86_400_000) - started;
  const now = () => RealDate.now() + moved;
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, words, newTarget) =>
      Reflect.construct(date, words.length === 0 ? [now()] : words, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (date, key, receiver) => (key === 'now' ? now : Reflect.get(date, key, receiver)),
  });
}
