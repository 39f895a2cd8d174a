import {
  type ClusterIcc,
  intraclassCorrelation,
  type RaterIcc,
  raterIntraclassCorrelation,
} from '../../agreement/index.ts';
import { StatisticsError } from '../../result.ts';
import { categoriesOf, numbersOf } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import type { Block, Printer } from '../print.ts';

export const icc = define<ClusterIcc | RaterIcc>({
  options: {
    values: { kind: 'text', value: 'y', help: 'the column whose differences are split, with --groups' },
    groups: { kind: 'text', value: 'school', help: 'the column of groups' },
    raters: { kind: 'list', value: 'a,b', help: 'instead of those: a column per observer' },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --values enth --groups school',
  run: (data, given) => {
    if (given.has('raters')) {
      const ratings = expandColumns(data, given.list('raters')).map((name) => numbersOf(data, name));
      return raterIntraclassCorrelation(ratings, levelOf(given));
    }
    if (!given.has('values') || !given.has('groups')) {
      throw new StatisticsError('missing-option', {
        nl: 'Geef --values met --groups, of --raters a,b.',
        en: 'Give --values with --groups, or --raters a,b.',
      });
    }
    const values = numbersOf(data, given.required('values'));
    return intraclassCorrelation(values, categoriesOf(data, given.required('groups')), levelOf(given));
  },
  print: (result, to) => [
    coefficientsBlock(result, to),
    to.facts(
      result.analysis === 'icc'
        ? [
            [LABELS.groups, to.number(result.groups)],
            [LABELS.meanSize, to.number(result.k0)],
            [LABELS.designEffect, to.number(result.designEffect)],
            [LABELS.multilevelModel, `${to.number(result.reml.icc)} ${to.interval(result.reml.ci)}`],
          ]
        : [
            [LABELS.raters, to.number(result.raters)],
            [LABELS.meansOfRaters, result.raterMeans.map(to.number).join('; ')],
          ],
    ),
  ],
});

const coefficientsBlock = ({ coefficients, level }: ClusterIcc | RaterIcc, to: Printer): Block =>
  to.table(coefficients, [
    to.words(LABELS.form, ({ form }) => form),
    to.words('model', ({ model, type, unit }) => [model, type, unit].map(to.word).join(', ')),
    to.numbers(LABELS.estimate, ({ estimate }) => estimate),
    to.intervals(to.intervalOf(level), ({ ci }) => ci),
    to.pValues('p', ({ p }) => p),
  ]);
