import { type MixedResult, mixedAnova } from '../../anova/index.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LAYOUT, layoutOf, mixedBlocks, sumsOfSquaresOf, TYPE } from './anova-parts.ts';

export const anovaMixed = define<MixedResult>({
  options: {
    ...LAYOUT,
    between: { kind: 'list', value: 'g', help: 'columns of groups', required: true },
    ...TYPE,
  },
  example:
    '--data packages/statistics/oracle/study/duo.csv.gz --within y2016:y2019 --between group --type III',
  run: (data, given) =>
    mixedAnova(data, {
      ...layoutOf(data, given),
      ...sumsOfSquaresOf(given),
      between: expandColumns(data, given.list('between')),
    }),
  print: mixedBlocks,
});
