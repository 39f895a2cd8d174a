import { readdirSync, readFileSync } from 'node:fs';
import { waitingOf } from './waiting.ts';

/** /proc counts in hundredths of a second (USER_HZ, fixed at 100 on Linux). */
const MS_PER_TICK = 10;

type Stat = { readonly parent: number; readonly own: number; readonly ofEnded: number };

/** Milliseconds of all processes of one PostgreSQL; of processor also what ended processes had. */
export type DatabaseCost = { readonly cpu: number; readonly waiting: ReadonlyMap<number, number> };

export function databaseCost(postmaster: number): DatabaseCost {
  let ticks = 0;
  const waiting = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? statOf(pid) : null;
    if (!stat || (pid !== postmaster && stat.parent !== postmaster)) continue;
    ticks += pid === postmaster ? stat.own + stat.ofEnded : stat.own;
    waiting.set(pid, waitingOf(pid) ?? 0);
  }
  return { cpu: ticks * MS_PER_TICK, waiting };
}

/** Milliseconds that its processes waited for a core between two looks; one that ended meanwhile is left out. */
export function waitedBetween(before: DatabaseCost, after: DatabaseCost): number {
  let sum = 0;
  for (const [pid, waiting] of after.waiting) sum += waiting - (before.waiting.get(pid) ?? 0);
  return sum;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces: fields are counted from behind it (proc(5)).
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0;
    return { parent: field(4), own: field(14) + field(15), ofEnded: field(16) + field(17) };
  } catch {
    return null;
  }
}
