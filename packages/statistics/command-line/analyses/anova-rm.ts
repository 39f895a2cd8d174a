import { type MixedResult, repeatedMeasuresAnova } from '../../anova/index.ts';
import { define } from '../analysis.ts';
import { LAYOUT, layoutOf, mixedBlocks } from './anova-parts.ts';

export const anovaRm = define<MixedResult>({
  options: LAYOUT,
  example: '--data packages/statistics/oracle/study/duo.csv.gz --within y2016:y2019 --name year',
  run: (data, given) => repeatedMeasuresAnova(data, layoutOf(data, given)),
  print: mixedBlocks,
});
