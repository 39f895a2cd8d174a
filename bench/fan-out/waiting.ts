import { readFileSync } from 'node:fs';

/**
 * Milliseconds that the main thread of a process was ready to run and had no core, since it began; null when it has
 * gone. The kernel keeps this count for every thread (/proc/PID/schedstat, the second number, in nanoseconds).
 */
export function waitingOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return null;
  }
}
