import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';

/** Stops by the garbage collector; milliseconds. */
export type Stops = { readonly count: number; readonly total: number; readonly longest: number };

/** Of the young generation (minor), and of all (major). What is marked beside the work, or in steps, is in neither. */
export type Collections = { readonly minor: Stops; readonly major: Stops };

/** Watches the garbage collector of this process; every answer is about the time since the answer before. */
export function watchCollections(): () => Collections {
  let seen: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  return () => {
    const all = Map.groupBy([...seen, ...observer.takeRecords()], isMinor);
    seen = [];
    return { minor: stopsOf(all.get(true) ?? []), major: stopsOf(all.get(false) ?? []) };
  };
}

function isMinor(entry: PerformanceEntry): boolean {
  const { detail } = entry as PerformanceEntry & { readonly detail: { readonly kind: number } };
  return detail.kind === constants.NODE_PERFORMANCE_GC_MINOR;
}

function stopsOf(entries: readonly PerformanceEntry[]): Stops {
  const durations = entries.map(({ duration }) => duration);
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return { count: durations.length, total, longest: Math.max(0, ...durations) };
}
