import { type Alpha, cronbachAlpha } from '../../scales/index.ts';
import { define } from '../analysis.ts';
import { levelOf } from '../options.ts';
import { factsBlock, tableBlock } from '../print.ts';
import { ITEM_OPTIONS, itemOptionsOf, itemsOf } from './items.ts';

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
    factsBlock([
      ['alpha', to.number(result.alpha)],
      [`${100 * result.level}% interval`, to.interval(result.ci)],
      ['standard error', to.number(result.se)],
      ['standardised alpha', to.number(result.standardised)],
      ['mean correlation', to.number(result.averageInterItemCorrelation)],
    ]),
    tableBlock([
      to.words(
        'item',
        result.items.map(({ item, reversed }) => (reversed ? `${item} (-)` : item)),
      ),
      to.counts(
        'n',
        result.items.map(({ n }) => n),
      ),
      to.numbers(
        'mean',
        result.items.map(({ mean }) => mean),
      ),
      to.numbers(
        'sd',
        result.items.map(({ sd }) => sd),
      ),
      to.numbers(
        'item-rest',
        result.items.map(({ itemRest }) => itemRest),
      ),
      to.numbers(
        'alpha without',
        result.items.map(({ alphaIfDeleted }) => alphaIfDeleted),
      ),
    ]),
  ],
});
