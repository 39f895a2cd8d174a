import { cohensKappa, type Kappa, type KappaWeights } from '../../agreement/index.ts';
import { define } from '../analysis.ts';
import { LEVEL, levelOf } from '../options.ts';
import { factsBlock, tableBlock } from '../print.ts';
import { RATERS, twoRaters } from './raters.ts';

const WEIGHTS: readonly KappaWeights[] = ['none', 'linear', 'quadratic'];

export const kappa = define<Kappa>({
  options: {
    raters: RATERS,
    weights: {
      kind: 'choice',
      value: WEIGHTS.join('|'),
      choices: WEIGHTS,
      help: 'how near misses count (default none)',
    },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/interrater.csv.gz --raters obsA,obsB --weights quadratic',
  run: (data, given) => {
    const weights = WEIGHTS.find((one) => one === given.text('weights'));
    return cohensKappa(...twoRaters(data, given), { ...(weights ? { weights } : {}), ...levelOf(given) });
  },
  print: (result, to) => [
    factsBlock([
      ['kappa', to.number(result.kappa)],
      [`${100 * result.level}% interval`, to.interval(result.ci)],
      ['standard error', to.number(result.se)],
      ['test', `z = ${to.number(result.z)}, ${to.chance(result.p)}`],
      ['observed agreement', to.number(result.observed)],
      ['expected by chance', to.number(result.expected)],
      ['highest possible', to.number(result.maximum)],
    ]),
    tableBlock([
      to.words('', result.categories),
      ...result.categories.map((category, place) =>
        to.counts(
          category,
          result.table.map((row) => row[place]),
        ),
      ),
    ]),
  ],
});
