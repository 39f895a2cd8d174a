import { cohensKappa, type Kappa, type KappaWeights } from '../../agreement/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
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
    to.facts([
      ['kappa', to.number(result.kappa)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.standardError, to.number(result.se)],
      [LABELS.test, `z = ${to.number(result.z)}, ${to.chance(result.p)}`],
      [LABELS.observedAgreement, to.number(result.observed)],
      [LABELS.expectedByChance, to.number(result.expected)],
      [LABELS.highestPossible, to.number(result.maximum)],
    ]),
    to.table(result.categories, [
      to.words('', (category) => category),
      ...result.categories.map((category, column) =>
        to.counts(category, (_, row) => result.table[row][column]),
      ),
    ]),
  ],
});
