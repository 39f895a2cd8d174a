import { type Alpha, cronbachAlpha } from '../../scales/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { levelOf } from '../options.ts';
import { ITEM_OPTIONS, itemColumn, itemOptionsOf, itemsOf } from './items.ts';

export const alpha = define<Alpha>({
  options: {
    ...ITEM_OPTIONS,
    pairwise: { kind: 'flag', help: 'use every pair of answers, not only complete rows' },
  },
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --items e1:e4 --where wave=1',
  run: (data, given) =>
    cronbachAlpha(itemsOf(data, given), {
      ...itemOptionsOf(data, given),
      ...(given.flag('pairwise') ? { missing: 'pairwise' } : {}),
      ...levelOf(given),
    }),
  print: (result, to) => [
    to.facts([
      [LABELS.alpha, to.number(result.alpha)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.standardError, to.number(result.se)],
      [LABELS.standardisedAlpha, to.number(result.standardised)],
      [LABELS.meanCorrelation, to.number(result.averageInterItemCorrelation)],
    ]),
    to.table(result.items, [
      itemColumn(to),
      to.counts('n', ({ n }) => n),
      to.numbers(LABELS.mean, ({ mean }) => mean),
      to.numbers('sd', ({ sd }) => sd),
      to.numbers(LABELS.itemRest, ({ itemRest }) => itemRest),
      to.numbers(LABELS.alphaWithout, ({ alphaIfDeleted }) => alphaIfDeleted),
    ]),
  ],
});
