import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stats, wordsOf } from './command-line/io.fixture.ts';
import { boxPlots, chiSquareTest, histogram } from './description/index.ts';
import { type AnyResult, explain } from './explain.ts';
import { casesByPoint, columnTrend } from './missing/index.ts';
import { oracleTable } from './oracle/sets.fixture.ts';
import { groupScores, scaleScores } from './scales/index.ts';
import { categoriesOf, numbersOf } from './table.ts';

const STUDY = 'packages/statistics/oracle/study';
const BAROMETER = `--data ${STUDY}/barometer.csv.gz`;
const CULTURE = `--data ${STUDY}/culture.csv.gz`;
const REGRESSION = `--data ${STUDY}/reg_culture.csv.gz`;
const RATERS = `--data ${STUDY}/interrater.csv.gz --raters obsA,obsB`;

const commands = [
  `lmm ${BAROMETER} --formula "enth ~ time * sector + (1 | school/teacher)" --reference sector=po`,
  `lmm ${BAROMETER} --formula "enth ~ time * sector + board + design + vout + (1 | school/teacher)" --reference sector=po`,
  `lmm ${BAROMETER} --formula "enth ~ vout + cohort + (1 | school)"`,
  `lmm ${BAROMETER} --formula "enth ~ 1 + (1 | school)"`,
  `lmm ${BAROMETER} --formula "enth ~ time + sector + (1 | school)" --compare "enth ~ time + (1 | school)"`,
  `alpha ${BAROMETER} --items e1:e4`,
  `alpha --data ${STUDY}/icalt.csv.gz --items d5_1:d5_4`,
  `omega ${BAROMETER} --items e1:e4`,
  `icc ${BAROMETER} --values enth --groups school`,
  `icc ${RATERS}`,
  `kappa ${RATERS}`,
  `kappa ${RATERS} --weights quadratic`,
  `krippendorff ${RATERS} --scale ordinal --replicates 200`,
  `agreement ${RATERS} --within 1`,
  `ttest ${CULTURE} --paired verbeter_1,verbeter_2`,
  `ttest ${CULTURE} --paired verbeter_1,verbeter_2 --where sector=vo`,
  `ttest ${BAROMETER} --values enth --groups newstart`,
  `ttest ${BAROMETER} --values enth --groups cohort --student --where wave=4`,
  `ttest ${BAROMETER} --values enth --mean 3`,
  `anova ${BAROMETER} --outcome enth --groups sector --where wave=1`,
  `anova ${BAROMETER} --outcome enth --groups sector,cohort --where wave=1`,
  `anova ${BAROMETER} --outcome enth --groups sector,cohort,newstart --where wave=1`,
  `anova-rm --data ${STUDY}/icalt.csv.gz --id teacher --within wave --outcome D1`,
  `anova-rm ${CULTURE} --within collega_1,collega_2`,
  `anova-mixed --data ${STUDY}/duo.csv.gz --within y2016:y2019 --between group`,
  `anova-mixed ${CULTURE} --within visie_1,visie_2 --between sector`,
  `regression ${REGRESSION} --formula "d_verbeter ~ board + design + visit + enth"`,
  `regression --data ${STUDY}/pupil.csv.gz --formula "y ~ board + design + visit + enth + cohort"`,
  `stepwise ${REGRESSION} --outcome d_verbeter --candidates board,design,visit,enth`,
  `stepwise --data ${STUDY}/pupil.csv.gz --outcome y --candidates board,design,visit,enth`,
  `correlation --data ${STUDY}/corr15.csv.gz --columns visit,D1`,
  `correlation --data ${STUDY}/corr15.csv.gz --columns visit,design,D1,D7 --method spearman`,
  `missing --data ${STUDY}/culture_missing.csv.gz`,
  `missing --data ${STUDY}/followup.csv.gz --columns impl1:impl4 --stayed responder`,
  `missing --data ${STUDY}/duo.csv.gz --trend y2016:y2019`,
  `describe ${BAROMETER} --columns enth,sector --by cohort`,
  `standardise ${BAROMETER} --values enth --within sector,wave`,
  `check-report --figures ${STUDY}/report_figures.csv`,
];

const barometer = oracleTable('study', 'barometer');
const items = ['e1', 'e2', 'e3', 'e4'].map((name) => ({ name, values: numbersOf(barometer, name) }));
const scores = scaleScores(items, { minimum: { items: 3 } });

/** Results that the command line does not give. */
const direct: readonly (readonly [name: string, result: () => AnyResult])[] = [
  ['box plots', () => boxPlots(barometer, { column: 'enth', by: ['sector'] })],
  ['a histogram', () => histogram(numbersOf(barometer, 'enth'))],
  ['a chi-square test', () => chiSquareTest(barometer, { rows: 'sector', columns: 'cohort' })],
  ['scale scores', () => scores],
  ['scores of schools', () => groupScores(scores.scores, categoriesOf(barometer, 'school'))],
  [
    'the trend of SPSS',
    () => columnTrend(casesByPoint(oracleTable('study', 'duo'), ['y2016', 'y2017', 'y2018'])),
  ],
];

const cases: readonly (readonly [name: string, result: () => Promise<AnyResult>])[] = [
  ...commands.map((command) => [command, () => resultOf(command)] as const),
  ...direct.map(([name, result]) => [name, () => Promise.resolve(result())] as const),
];

describe.each(cases)('%s', (_, found) => {
  test('is explained shortly and honestly, in two languages', async () => {
    const result = await found();
    const [nl, en] = [explain(result, 'nl'), explain(result, 'en')];
    for (const text of [nl, en]) {
      expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|\s{2}|\s[.,;]/);
      expect(text).not.toMatch(/\bprov(e|es|ed|en)\b|\bproof\b|bewij|bewezen|\bsignifican/i);
      const sentences = sentencesIn(text);
      const cautions = sentences.filter((sentence) => /^(Let op|Note): /.test(sentence));
      expect(sentences.length).toBeGreaterThanOrEqual(1);
      expect(cautions.length).toBeLessThanOrEqual(1);
      expect(sentences.length - cautions.length).toBeLessThanOrEqual(3);
      for (const sentence of sentences) expect(wordsIn(sentence)).toBeLessThanOrEqual(MOST_WORDS);
      expect(text.endsWith('.')).toBe(true);
    }
    expect(nl).not.toMatch(/\d\.\d{1,2}(?!\d)/);
    // ICC(2,1) is a name.
    expect(en.replaceAll(/ICC\(\d,.\)/g, '')).not.toMatch(/\d,\d{1,2}(?!\d)/);
    expect(nl).not.toBe(en);
  });
});

/** A model with an interaction, a design with three factors: their sentences are the longest. */
const MOST_WORDS = 42;

const wordsIn = (sentence: string): number => sentence.split(/\s+/).length;

async function resultOf(command: string): Promise<AnyResult> {
  const { out, err } = await stats([...wordsOf(command), '--json']);
  if (err !== '') throw new Error(err);
  return JSON.parse(out);
}

const sentencesIn = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);

test('explaining needs none of the engines', () => {
  const files = reached(join(import.meta.dirname, 'explain.ts')).map((file) =>
    relative(import.meta.dirname, file),
  );
  expect(files).toContain('words.ts');
  for (const engine of ['distributions.ts', 'linear-algebra.ts', 'sums.ts', 'formula.ts', 'csv.ts']) {
    expect(files).not.toContain(engine);
  }
});

/** Files that a browser would fetch for it. */
function reached(file: string, seen: string[] = []): readonly string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  const source = readFileSync(file, 'utf8');
  for (const [, clause, path] of source.matchAll(/^(?:import|export)\s+([^'"]*?)\s*from\s+'(\.[^']+)'/gm)) {
    if (!clause.startsWith('type ')) reached(join(dirname(file), path), seen);
  }
  return seen;
}
