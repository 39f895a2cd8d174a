import { type StepwiseResult, stepwiseRegression } from '../../regression/index.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import { regressionBlocks } from './regression.ts';

export const stepwise = define<StepwiseResult>({
  options: {
    outcome: { kind: 'text', value: 'y', help: 'the column that is predicted', required: true },
    candidates: { kind: 'list', value: 'a,b,c', help: 'columns that may enter', required: true },
    enter: { kind: 'number', value: '0.05', help: 'a candidate enters below this p (default 0.05)' },
    remove: { kind: 'number', value: '0.10', help: 'a variable leaves above this p (default 0.10)' },
    ...LEVEL,
  },
  example:
    '--data packages/statistics/oracle/study/reg_culture.csv.gz --outcome d_verbeter --candidates board,design,visit,enth',
  run: (data, given) => {
    const [enter, remove] = [given.number('enter'), given.number('remove')];
    return stepwiseRegression(data, {
      outcome: given.required('outcome'),
      candidates: expandColumns(data, given.list('candidates')),
      ...(enter === undefined ? {} : { enter }),
      ...(remove === undefined ? {} : { remove }),
      ...levelOf(given),
    });
  },
  print: ({ steps, final }, to) => [
    to.table(steps, [
      to.counts(LABELS.step, (_, place) => place + 1),
      to.words(LABELS.action, ({ action }) => to.word(action)),
      to.words(LABELS.variable, ({ variable }) => variable),
      to.pValues('p', ({ p }) => p),
      to.numbers('R2', ({ r2 }) => r2),
    ]),
    ...(final ? regressionBlocks(final, to) : []),
  ],
});
