import {
  type CorrelationMatrixResult,
  type CorrelationResult,
  correlationMatrix,
  pearson,
  spearman,
} from '../../correlation/index.ts';
import { numbersOf } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';

export const correlation = define<CorrelationResult | CorrelationMatrixResult>({
  options: {
    columns: { kind: 'list', value: 'a,b,c', help: 'two columns or more', required: true },
    method: {
      kind: 'choice',
      value: 'pearson|spearman',
      choices: ['pearson', 'spearman'],
      help: 'a straight line, or ranks (default pearson)',
    },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/corr15.csv.gz --columns visit,design,D1,D7',
  run: (data, given) => {
    const names = expandColumns(data, given.list('columns'));
    const kind = given.text('method') === 'spearman' ? 'spearman' : 'pearson';
    const columns = names.map((name) => [name, numbersOf(data, name)] as const);
    const [first, second, more] = columns;
    if (second === undefined || more !== undefined) {
      return correlationMatrix(Object.fromEntries(columns), { kind, ...levelOf(given) });
    }
    const correlate = kind === 'pearson' ? pearson : spearman;
    return correlate(first[1], second[1], { names: [first[0], second[0]], ...levelOf(given) });
  },
  print: (result, to) => {
    const pairs = result.analysis === 'correlation' ? [{ ...result, pHolm: null }] : result.pairs;
    return [
      to.table(pairs, [
        to.words(LABELS.pair, ({ names }) => names.join(' ~ ')),
        to.counts('n', ({ n }) => n),
        to.numbers('r', ({ r }) => r),
        to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
        to.numbers('t', ({ t }) => t),
        to.counts('df', ({ df }) => df),
        to.pValues('p', ({ p }) => p),
        result.analysis === 'correlation-matrix' && to.pValues('p Holm', ({ pHolm }) => pHolm),
      ]),
    ];
  },
});
