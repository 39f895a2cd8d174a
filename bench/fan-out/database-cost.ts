import { readdirSync, readFileSync } from 'node:fs';

/** /proc counts in hundredths of a second (USER_HZ, fixed at 100 on Linux). */
const MS_PER_TICK = 10;

type Stat = { readonly parent: number; readonly own: number; readonly ofEnded: number };

/** Processor time in milliseconds of the process that leads PostgreSQL, all it has now, and all that it had. Linux only. */
export function databaseCpu(postmaster: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (!stat) continue;
    if (Number(name) === postmaster) ticks += stat.own + stat.ofEnded;
    else if (stat.parent === postmaster) ticks += stat.own;
  }
  return ticks * MS_PER_TICK;
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
