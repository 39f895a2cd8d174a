import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chiSquareQuantile,
  chiSquareTail,
  fQuantile,
  fTail,
  noncentralityInterval,
  noncentralTTail,
  normalQuantile,
  normalTail,
  studentizedRangeTail,
  tQuantile,
  tTwoSided,
} from '../distributions.ts';
import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';

/** Tails and quantiles against R where R has the digits, and against mpmath, which has as many as one asks for. */
export function distributionComparisons(): Comparison[] {
  return [...tails(), ...logTails(), ...quantiles(), ...searched(), ...manyDigits()];
}

/** What tails must reach; they reach 2e-13. */
const TAIL = 1e-12;
/** The normal tail has nothing in it that could lose digits. */
const NORMAL_TAIL = 1e-15;

const R = 'R 4.2.2';
const MPMATH = 'mpmath 1.3.0, 40 digits';
const r = rFigures(import.meta.dirname);

type Arguments = readonly number[];
type Figure = (...given: number[]) => number;

const TAILS: Readonly<Record<string, Figure>> = {
  t: tTwoSided,
  F: fTail,
  chiSquare: chiSquareTail,
  normal: normalTail,
};

const QUANTILES: Readonly<Record<string, Figure>> = {
  t: tQuantile,
  F: fQuantile,
  chiSquare: chiSquareQuantile,
  normal: normalQuantile,
};

const one = (
  name: string,
  given: Arguments,
  ours: number,
  theirs: number,
  tolerance: number,
  source = R,
): Comparison => ({
  analysis: 'distributions',
  figure: name,
  which: given.join(' '),
  ours,
  theirs,
  tolerance,
  source,
});

/** Rows of arguments with R's figure last. */
function rowsOf(...path: string[]): { given: Arguments; theirs: number }[] {
  const found = r.at(...path);
  if (!Array.isArray(found)) throw new Error(`no rows at ${path.join('.')}`);
  return found.map((_, place) => {
    const row = r.numbers(...path, place);
    return { given: row.slice(0, -1), theirs: row[row.length - 1] };
  });
}

function tails(): Comparison[] {
  return Object.entries(TAILS).flatMap(([kind, tail]) =>
    rowsOf('tails', kind).map(({ given, theirs }) =>
      one(`${kind} tail`, given, tail(...given), theirs, TAIL),
    ),
  );
}

/** R's logarithms are of one tail, ours of t of both. A logarithm's own error is that of the tail, relatively. */
function logTails(): Comparison[] {
  return Object.entries(TAILS)
    .filter(([kind]) => kind !== 'normal')
    .flatMap(([kind, tail]) =>
      rowsOf('logTails', kind).map(({ given, theirs }) => {
        const sides = kind === 't' ? 2 : 1;
        return one(`${kind} tail, by log.p`, given, tail(...given) / sides, Math.exp(theirs), TAIL);
      }),
    );
}

function quantiles(): Comparison[] {
  return Object.entries(QUANTILES).flatMap(([kind, quantile]) =>
    rowsOf('quantiles', kind).map(({ given, theirs }) =>
      one(`${kind} quantile`, given, quantile(...given), theirs, CLOSED),
    ),
  );
}

function searched(): Comparison[] {
  return [
    ...rowsOf('noncentralT').map(({ given: [t, df, ncp], theirs }) =>
      one('noncentral t tail', [t, df, ncp], noncentralTTail(t, df, ncp), theirs, CLOSED),
    ),
    ...rowsOf('noncentrality').flatMap(({ given: [t, df, level, low], theirs: high }) => {
      const interval = noncentralityInterval(t, df, level);
      // The search in R stops at 1e-13 of t itself: a limit near 0 has fewer digits.
      return [low, high].map((theirs, end) =>
        one('noncentrality interval', [t, df, level], interval[end] - t, theirs - t, SEARCHED),
      );
    }),
    ...rowsOf('studentizedRange').map(({ given: [q, groups, df], theirs }) =>
      one(
        'studentized range tail',
        [q, groups, df],
        studentizedRangeTail(q, groups, df < 0 ? Infinity : df),
        theirs,
        SEARCHED,
      ),
    ),
  ];
}

const DIGITS: Readonly<Record<string, Figure>> = {
  t: tTwoSided,
  F: fTail,
  'chi-square': chiSquareTail,
  normal: normalTail,
  'noncentral t': noncentralTTail,
  'studentized range': studentizedRangeTail,
};

function manyDigits(): Comparison[] {
  const rows: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures', 'digits.json'), 'utf8'),
  );
  if (!Array.isArray(rows)) throw new Error('digits.json has no rows');
  return rows.map(([kind, given, p]: [string, (number | string)[], string]) => {
    const values = given.map(Number);
    return one(
      `${kind} tail, 1e-300 to 1`,
      values,
      DIGITS[kind](...values),
      Number(p),
      kind === 'normal' ? NORMAL_TAIL : TAIL,
      MPMATH,
    );
  });
}
