import { mcdonaldOmega, type Omega } from '../../scales/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { levelOf } from '../options.ts';
import { ITEM_OPTIONS, itemColumn, itemOptionsOf, itemsOf } from './items.ts';

export const omega = define<Omega>({
  options: ITEM_OPTIONS,
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --items e1:e4 --where wave=1',
  run: (data, given) =>
    mcdonaldOmega(itemsOf(data, given), { ...itemOptionsOf(data, given), ...levelOf(given) }),
  print: (result, to) => [
    to.facts([
      ['omega', to.number(result.omega)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.standardisedOmega, to.number(result.standardised)],
      [
        LABELS.fitOfOneFactor,
        `${to.chiSquareTest(result.fit.df, result.fit.chiSquare, result.fit.p)}, RMSEA ${to.number(result.fit.rmsea)}`,
      ],
    ]),
    to.table(result.items, [
      itemColumn(to),
      to.numbers(LABELS.mean, ({ mean }) => mean),
      to.numbers('sd', ({ sd }) => sd),
      to.numbers(LABELS.loading, ({ loading }) => loading),
      to.numbers(LABELS.uniqueness, ({ uniqueness }) => uniqueness),
    ]),
  ],
});
