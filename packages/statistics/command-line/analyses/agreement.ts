import { type PercentageAgreement, percentageAgreement } from '../../agreement/index.ts';
import { define } from '../analysis.ts';
import { LEVEL, levelOf } from '../options.ts';
import { factsBlock } from '../print.ts';
import { RATERS, twoRaters } from './raters.ts';

export const agreement = define<PercentageAgreement>({
  options: {
    raters: RATERS,
    within: {
      kind: 'choice',
      value: '0|1',
      choices: ['0', '1'],
      help: 'how far apart still agrees (default 0)',
    },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/interrater.csv.gz --raters obsA,obsB',
  run: (data, given) =>
    percentageAgreement(...twoRaters(data, given), {
      ...(given.text('within') === '1' ? { within: 1 } : {}),
      ...levelOf(given),
    }),
  print: (result, to) => [
    factsBlock([
      ['share', to.number(result.share)],
      [`${100 * result.level}% interval`, to.interval(result.ci)],
      ['agreed', `${to.number(result.agreed)} / ${to.number(result.n)}`],
    ]),
  ],
});
