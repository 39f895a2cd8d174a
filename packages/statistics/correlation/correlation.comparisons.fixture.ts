import { CLOSED, type Comparison } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { numbersOf } from '../table.ts';
import { type CorrelationResult, correlationMatrix, pearson, spearman } from './index.ts';

/** The correlations of the study, and samples of our own for what it lacks, against R. */
export function correlationComparisons(): Comparison[] {
  return [...sets.flatMap(ofSet), ...ofOwnSamples()];
}

const R = 'R 4.2.2';
const r = rFigures(import.meta.dirname);

const one = (name: string, which: string, ours: number | null, theirs: number): Comparison => ({
  analysis: 'correlation',
  figure: name,
  which,
  ours: ours ?? Number.NaN,
  theirs,
  tolerance: CLOSED,
  source: R,
});

function ofSet(set: OracleSet): Comparison[] {
  const data = oracleTable(set, 'corr15');
  return [
    ['visit', 'D1'],
    ['design', 'D7'],
  ].flatMap(([x, y]) => {
    const result = pearson(numbersOf(data, x), numbersOf(data, y));
    const theirs = (...path: (string | number)[]) => figure(set, 'correlations', `${x}_${y}`, ...path);
    return [...test(`${set} ${x} ${y}`, result, theirs), ...ends(`${set} ${x} ${y}`, result, 'ci95', theirs)];
  });
}

type Theirs = (...path: (string | number)[]) => number;

function test(which: string, result: CorrelationResult, theirs: Theirs): Comparison[] {
  return [
    one('Pearson r', which, result.r, theirs('r')),
    one('t', which, result.t, theirs('t')),
    one('df', which, result.df, theirs('df')),
    one('p', which, result.p, theirs('p')),
  ];
}

function ends(which: string, { kind, ci }: CorrelationResult, at: string, theirs: Theirs): Comparison[] {
  const name = kind === 'pearson' ? 'Pearson interval' : 'Spearman interval';
  return ([0, 1] as const).map((end) => one(name, which, ci?.[end] ?? null, theirs(at, end)));
}

function ofOwnSamples(): Comparison[] {
  const columns = { x: withGaps('data', 'x'), y: withGaps('data', 'y'), z: withGaps('data', 'z') };
  const couples = [
    ['xy', columns.x, columns.y],
    ['xz', columns.x, columns.z],
    ['yz', columns.y, columns.z],
  ] as const;
  const likert = ['likert', r.numbers('data', 'likert', 'x'), r.numbers('data', 'likert', 'y')] as const;
  const strong = pearson(r.numbers('data', 'strong', 'x'), r.numbers('data', 'strong', 'y'));
  return [
    ...[0.9, 0.95, 0.99].flatMap((level) => [
      ...couples.flatMap(([name, x, y]) => {
        const result = pearson(x, y, { level });
        const theirs: Theirs = (...path) => r.number('pearson', level, name, ...path);
        const which = `own ${name} ${level}`;
        return [
          one('n', which, result.n, theirs('n')),
          ...test(which, result, theirs),
          ...ends(which, result, 'ci', theirs),
        ];
      }),
      ...[...couples, likert].flatMap(([name, x, y]) => {
        const result = spearman(x, y, { level });
        const theirs: Theirs = (...path) => r.number('spearman', level, name, ...path);
        const which = `own ${name} ${level}`;
        return [
          one('n', which, result.n, theirs('n')),
          one('Spearman rho', which, result.r, theirs('r')),
          one('Spearman p', which, result.p, theirs('p')),
          ...ends(which, result, 'ci', theirs),
        ];
      }),
    ]),
    ...test('own strong', strong, (...path) => r.number('strong', ...path)),
    ...[4, 5, 6, 7, 8, 9].flatMap((n) => {
      const result = spearman(r.numbers('data', 'small', n, 'x'), r.numbers('data', 'small', n, 'y'));
      return [
        one('Spearman rho', `own ${n} cases`, result.r, r.number('exact', n, 'r')),
        one('Spearman exact p', `own ${n} cases`, result.p, r.number('exact', n, 'p')),
      ];
    }),
    ...correlationMatrix(columns).pairs.map(({ names, pHolm }, place) =>
      one('Holm p', `own ${names.join(' ')}`, pHolm, r.number('holm', place)),
    ),
  ];
}

function withGaps(...path: string[]): (number | null)[] {
  const found = r.at(...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`);
  return found.map((value) => (typeof value === 'number' ? value : null));
}
