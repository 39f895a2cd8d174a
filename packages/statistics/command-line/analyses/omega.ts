import { mcdonaldOmega, type Omega } from '../../scales/index.ts';
import { define } from '../analysis.ts';
import { levelOf } from '../options.ts';
import { factsBlock, tableBlock } from '../print.ts';
import { ITEM_OPTIONS, itemOptionsOf, itemsOf } from './items.ts';

export const omega = define<Omega>({
  options: ITEM_OPTIONS,
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --items e1:e4 --where wave=1',
  run: (data, given) =>
    mcdonaldOmega(itemsOf(data, given), { ...itemOptionsOf(data, given), ...levelOf(given) }),
  print: (result, to) => [
    factsBlock([
      ['omega', to.number(result.omega)],
      [`${100 * result.level}% interval`, to.interval(result.ci)],
      ['standardised omega', to.number(result.standardised)],
      [
        'fit of one factor',
        `chi-square(${to.number(result.fit.df)}) = ${to.number(result.fit.chiSquare)}, ${to.chance(result.fit.p)}, RMSEA ${to.number(result.fit.rmsea)}`,
      ],
    ]),
    tableBlock([
      to.words(
        'item',
        result.items.map(({ item, reversed }) => (reversed ? `${item} (-)` : item)),
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
        'loading',
        result.items.map(({ loading }) => loading),
      ),
      to.numbers(
        'uniqueness',
        result.items.map(({ uniqueness }) => uniqueness),
      ),
    ]),
  ],
});
