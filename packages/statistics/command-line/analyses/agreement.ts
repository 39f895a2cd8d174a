import { type PercentageAgreement, percentageAgreement } from '../../agreement/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
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
    to.facts([
      [LABELS.share, to.number(result.share)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.agreed, `${to.number(result.agreed)} / ${to.number(result.n)}`],
    ]),
  ],
});
