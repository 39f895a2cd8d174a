import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ANALYSES } from './analyses.ts';
import { json, stats, wordsOf } from './io.fixture.ts';
import { LABELS, WORDS } from './labels.ts';

const STUDY = 'packages/statistics/oracle/study';
const BAROMETER = `--data ${STUDY}/barometer.csv.gz`;

const examples = await Promise.all(
  Object.entries(ANALYSES).map(async ([name, { load }]) => `${name} ${(await load()).example}`),
);

const commands = [
  ...examples,
  `lmm ${BAROMETER} --formula "enth ~ time + (1 + time | school)" --effects school`,
  `lmm ${BAROMETER} --formula "enth ~ time + (1 | school)" --method ML`,
  `lmm ${BAROMETER} --formula "enth ~ time + sector + (1 | school)" --compare "enth ~ time + (1 | school)"`,
  `icc --data ${STUDY}/interrater.csv.gz --raters obsA,obsB`,
  `ttest ${BAROMETER} --values enth --groups newstart --level 0.9`,
  `ttest ${BAROMETER} --values enth --mean 3`,
  `anova ${BAROMETER} --outcome enth --groups sector,cohort --where wave=1`,
  `regression ${BAROMETER} --formula "enth ~ sector + board"`,
  `missing --data ${STUDY}/followup.csv.gz --columns impl1:impl4 --stayed responder`,
  `missing ${BAROMETER} --columns sector,enth --stayed newstart`,
  `missing --data ${STUDY}/duo.csv.gz --trend y2016:y2019`,
  `describe ${BAROMETER} --columns enth,reason,sector --by cohort`,
  `check-report --figures ${STUDY}/report_figures.csv`,
];

/** Names of statistics, tests and effect sizes, and words that are the same in Dutch. */
const NAMES = new Set(
  `AIC BIC Breusch–Pagan Brown–Forsythe Cramér F Games–Howell Greenhouse–Geisser Holm Huynh–Feldt I II III ICC Intercept
  Little Mauchly R2 RMSEA SD Tukey–Kramer V VIF W Welch b complete contrast d d_av d_av_mean_sd d_means d_rm d_z df df1 df2 effect epsilon
  eta2 factor g g_approximate g_z g_z_approximate ges glass_delta glass_delta_1 glass_delta_2 id interval k kappa logLik max min
  model n omega p parameters q1 q3 r ratio scores sd se t term trend type z`.split(/\s+/),
);

describe('with --language, tables and facts speak one language', () => {
  test.each(commands)('%s', async (command) => {
    const [en, nl] = await Promise.all(['en', 'nl'].map((language) => printed(command, language)));
    for (const line of [...en.lines, ...nl.lines]) expect([...line].length).toBeLessThanOrEqual(100);
    const own = new Set([...dataWords(command), ...(await codes(command))]);
    // `sectorvo` is a level of a column.
    const known = (word: string): boolean =>
      NAMES.has(word) || own.has(word) || ['sector', 'reason'].some((column) => word.startsWith(column));
    expect([...en.words].filter((word) => nl.words.has(word) && !known(word))).toEqual([]);
  });

  test.each(Object.entries({ ...LABELS, ...WORDS }))('%s has words that fit in a table', (_, { nl, en }) => {
    expect(Math.max(nl.length, en.length)).toBeLessThanOrEqual(34);
  });
});

/** Between the method and the number of cases stand the tables, and only they. */
async function printed(command: string, language: string) {
  const { out, err } = await stats([...wordsOf(command), '--language', language]);
  if (err !== '') throw new Error(err);
  const blocks = out.split('\n\n').slice(1);
  const end = blocks.findIndex((block) => /^n = /.test(block));
  // A sentence among the tables ends with a full stop.
  const tables = blocks.slice(0, end).filter((block) => !block.trimEnd().endsWith('.'));
  return { lines: out.split('\n'), words: new Set(wordsIn(tables.join('\n'))) };
}

/** Of the columns and their values, which are nobody’s language. */
function dataWords(command: string): readonly string[] {
  const file = /--(?:data|figures) (\S+)/.exec(command)?.[1] ?? '';
  const bytes = readFileSync(file);
  return [...wordsIn(String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)), ...wordsIn(command)];
}

/** Checks of published figures go by their codes, as on the command line. */
async function codes(command: string): Promise<readonly string[]> {
  if (!command.startsWith('check-report')) return [];
  return wordsIn(JSON.stringify(await json(command)));
}

const wordsIn = (text: string): readonly string[] =>
  text.match(/\p{L}[\p{L}\p{N}_–]*(?:-\p{L}[\p{L}\p{N}_–]*)*/gu) ?? [];
