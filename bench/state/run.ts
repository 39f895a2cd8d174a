import { applyChanges, plainOf } from '#packages/sync';
import { boardAfter, oneCheckIn } from '../../tests/together/two-years.ts';
import { median } from '../median.ts';

/**
 * What one check-in costs everybody who follows a board: on the working set after two school years, on a board that kept everything
 * that ever was, and, beside them in the same run, copying a plain object keyed by id, as the least that could do the same.
 */
const ROUNDS = 15;
const WARM_UP = 5;
const CHECK_INS = 100;

const kept = boardAfter(2);
const whole = boardAfter(2, { keepsAll: true });

type Plain = Readonly<Record<string, Readonly<Record<string, object>>>>;

const plain: Plain = Object.fromEntries(
  Object.entries(plainOf(whole)).map(([kind, records]) => [
    kind,
    Object.fromEntries(records.map((record) => [record.id, record])),
  ]),
);

function copied(state: Plain): Plain {
  const [{ put, value }] = oneCheckIn(kept);
  return { ...state, [put]: { ...state[put], [value.id]: value } };
}

/** Microseconds for one check-in after the other, in the median of all rounds. */
function cost<S>(begin: S, next: (state: S) => S): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    let state = begin;
    const start = performance.now();
    for (let time = 0; time < CHECK_INS; time += 1) state = next(state);
    if (round >= WARM_UP) rounds.push(((performance.now() - start) * 1000) / CHECK_INS);
  }
  return median(rounds);
}

const checkedIn = (state: typeof kept) => applyChanges(state, oneCheckIn(kept));
const rows = [
  ['applied to the working set', cost(kept, checkedIn), plainOf(kept)],
  ['applied where everything was kept', cost(whole, checkedIn), plainOf(whole)],
  ['a plain object, copied', cost(plain, copied), plainOf(whole)],
] as const;
for (const [what, microseconds, state] of rows)
  console.log(
    `${what.padEnd(36)} ${microseconds.toFixed(1).padStart(8)} µs ${(JSON.stringify(state).length / 1000).toFixed(1).padStart(9)} kB`,
  );
if (rows[0][1] > 50) {
  console.error('More than 50 µs for a check-in on the working set.');
  process.exitCode = 1;
}
