import { type KrippendorffsAlpha, krippendorffsAlpha, type MeasurementScale } from '../../agreement/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { badOption, LEVEL, levelOf } from '../options.ts';
import { RATERS, ratersOf } from './raters.ts';

const SCALES: readonly MeasurementScale[] = ['nominal', 'ordinal', 'interval', 'ratio'];

export const krippendorff = define<KrippendorffsAlpha>({
  options: {
    raters: RATERS,
    scale: {
      kind: 'choice',
      value: SCALES.join('|'),
      choices: SCALES,
      help: 'what the values mean (default nominal)',
    },
    replicates: { kind: 'number', value: '2000', help: 'draws for the interval, 0 for none (default 2000)' },
    seed: { kind: 'number', value: '1', help: 'the same seed gives the same interval (default 1)' },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/interrater.csv.gz --raters obsA,obsB --scale ordinal',
  run: (data, given) => {
    const [replicates, seed] = [given.number('replicates'), given.number('seed')];
    for (const count of [replicates, seed]) {
      if (count === undefined || (Number.isInteger(count) && count >= 0)) continue;
      throw badOption({
        nl: '--replicates en --seed zijn hele getallen vanaf 0.',
        en: '--replicates and --seed are whole numbers from 0.',
      });
    }
    return krippendorffsAlpha(ratersOf(data, given), {
      scale: SCALES.find((one) => one === given.text('scale')) ?? 'nominal',
      ...(replicates === undefined ? {} : { replicates }),
      ...(seed === undefined ? {} : { seed }),
      ...levelOf(given),
    });
  },
  print: (result, to) => [
    to.facts([
      [LABELS.alpha, to.number(result.alpha)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.scale, to.word(result.scale)],
      [LABELS.raters, to.number(result.raters)],
      [LABELS.pairedRatings, to.number(result.ratings)],
      [
        LABELS.disagreement,
        `${to.number(result.observedDisagreement)} (${to.text(LABELS.byChance)} ${to.number(result.expectedDisagreement)})`,
      ],
    ]),
  ],
});
