import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { figure } from '../oracle/sets.fixture.ts';
import { ANALYSES } from './analyses.ts';
import { json, stats, wordsOf } from './io.fixture.ts';
import { run } from './run.ts';

const STUDY = 'packages/statistics/oracle/study';
const BAROMETER = `--data ${STUDY}/barometer.csv.gz`;

const SMALL = ['g,a,b,c', 'x,1,2,5', 'x,2,2,4', 'x,4,3,9', 'y,4,6,1', 'y,5,5,2', 'y,7,9,2', ''].join('\n');

const loaded = await Promise.all(
  Object.entries(ANALYSES).map(async ([name, { load }]) => ({ name, analysis: await load() })),
);

describe('help', () => {
  test('overall, it names every analysis', async () => {
    for (const words of [[], ['--help'], ['help']]) {
      const { code, out } = await stats(words);
      expect(code).toBe(0);
      for (const name of Object.keys(ANALYSES)) expect(out).toContain(`\n  ${name} `);
    }
  });

  test.each(loaded)('of $name: every option, and lines that fit', async ({ name, analysis }) => {
    const { code, out, err } = await stats([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of Object.keys(analysis.options)) expect(out).toContain(`--${option}`);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.each(loaded)('the example of $name runs, readable and as JSON', async ({ name, analysis }) => {
    const words = [name, ...wordsOf(analysis.example)];
    const readable = await stats(words);
    expect(readable).toMatchObject({ code: 0, err: '' });
    expect(readable.out).not.toMatch(/undefined|NaN|Infinity|\[object/);
    for (const line of readable.out.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    const asJson = await stats([...words, '--json']);
    expect(JSON.parse(asJson.out)).toMatchObject({
      analysis: expect.any(String),
      method: { nl: expect.any(String), en: expect.any(String) },
      engine: expect.stringContaining('samenbeter-statistics'),
      n: expect.any(Number),
      dropped: expect.any(Array),
      warnings: expect.any(Array),
    });
    expect(asJson.out.startsWith('{\n  "analysis"')).toBe(true);
  });

  test.each(loaded)('the example of $name in Dutch has decimal commas', async ({ name, analysis }) => {
    const { out } = await stats([name, ...wordsOf(analysis.example), '--language', 'nl']);
    expect(out).not.toMatch(/\s\d+\.\d{4}/);
  });
});

describe('the figures of R come out of the command line, under the names of the README', () => {
  const near = (...path: readonly (string | number)[]): unknown =>
    expect.closeTo(figure('study', ...path), 8);
  const model = ['multilevel', 'enth_time_x_sector', 'closed_form_REML'] as const;
  const coefficient = (term: string) => ({
    term,
    estimate: near(...model, 'beta', term),
    se: near(...model, 'se', term),
    df: expect.closeTo(figure('study', ...model, 'df_satterthwaite', term), 5),
    t: near(...model, 't', term),
    p: expect.closeTo(figure('study', ...model, 'p', term), 10),
    ci: [expect.any(Number), expect.any(Number)],
  });
  const effect = (group: string, name: string) => ({
    group,
    term: '(Intercept)',
    variance: near(...model, name),
    sd: expect.closeTo(Math.sqrt(figure('study', ...model, name)), 8),
  });
  const test3 = (term: string, name: string): number =>
    figure('study', 'multilevel', 'enth_time_x_sector', 'anova_type3_satterthwaite', term, name);
  const shapes: readonly (readonly [command: string, shape: () => object])[] = [
    [
      `lmm ${BAROMETER} --formula "enth ~ time * sector + (1 | school/teacher)" --method REML --reference sector=po`,
      () => ({
        fixed: ['(Intercept)', 'time', 'sectormbo', 'sectorvo', 'time:sectormbo', 'time:sectorvo'].map(
          coefficient,
        ),
        random: [effect('teacher:school', 'var_teacher'), effect('school', 'var_school')],
        residual: {
          variance: near(...model, 'sigma2'),
          sd: expect.closeTo(Math.sqrt(figure('study', ...model, 'sigma2')), 8),
        },
        logLik: expect.closeTo(figure('study', ...model, 'criterion') / -2, 7),
        deviance: expect.closeTo(figure('study', ...model, 'criterion'), 7),
        nobs: 4846,
        groups: { school: 212, 'teacher:school': 2680 },
        singular: false,
        anova: ['time', 'sector', 'time:sector'].map((term) => ({
          term,
          df1: test3(term, 'df1'),
          df2: expect.closeTo(test3(term, 'df2'), 2),
          F: expect.closeTo(test3(term, 'F'), 4),
          p: expect.closeTo(test3(term, 'p'), 6),
        })),
      }),
    ],
    [
      `lmm ${BAROMETER} --formula "enth ~ time + sector + (1 | school/teacher)" --compare "enth ~ time * sector + (1 | school/teacher)"`,
      () => ({
        analysis: 'lmm-lrt',
        chiSquare: expect.closeTo(figure('study', 'lrt_ML', 'chisq'), 6),
        df: 2,
        p: near('lrt_ML', 'p'),
        larger: { parameters: 9 },
        varianceReduction: { total: expect.any(Number) },
      }),
    ],
    [
      `alpha ${BAROMETER} --items e1:e4 --where wave=1`,
      () => ({
        alpha: near('alpha', 'enth', '1', 'alpha_listwise'),
        ci: [
          near('alpha', 'enth', '1', 'feldt_ci95_listwise', 0),
          near('alpha', 'enth', '1', 'feldt_ci95_listwise', 1),
        ],
        n: 1190,
        items: [{ item: 'e1' }, { item: 'e2' }, { item: 'e3' }, { item: 'e4' }],
      }),
    ],
    [
      `alpha ${BAROMETER} --items e1,e2,e3,e4 --where wave=1 --pairwise`,
      () => ({ alpha: near('alpha', 'enth', '1', 'alpha_pairwise_cov') }),
    ],
    [
      `anova-mixed --data ${STUDY}/duo.csv.gz --within y2016,y2017,y2018,y2019 --between group --type III --id brin`,
      () => ({
        effects: [
          { term: 'group', F: near('duo', 'complete_cases_type3', 'corrected', 'group', 'F') },
          {
            term: 'within',
            df1: near('duo', 'complete_cases_type3', 'corrected', 'w', 'df1'),
            p: near('duo', 'complete_cases_type3', 'corrected', 'w', 'p'),
            ges: near('duo', 'complete_cases_type3', 'corrected', 'w', 'ges'),
          },
          { term: 'group:within', F: near('duo', 'complete_cases_type3', 'corrected', 'group:w', 'F') },
        ],
        epsilon: { gg: expect.any(Number), hf: expect.any(Number) },
      }),
    ],
    [
      `ttest --data ${STUDY}/culture.csv.gz --paired collega_1,collega_2`,
      () => ({ t: near('culture_paired', 'collega', 't'), p: near('culture_paired', 'collega', 'p') }),
    ],
    [
      `correlation --data ${STUDY}/corr15.csv.gz --columns visit,D1`,
      () => ({ r: near('correlations', 'visit_D1', 'r'), p: near('correlations', 'visit_D1', 'p') }),
    ],
    [
      `kappa --data ${STUDY}/interrater.csv.gz --raters obsA,obsB --weights quadratic`,
      () => ({ kappa: near('interrater', 'kappa_weighted_quadratic') }),
    ],
    [
      `agreement --data ${STUDY}/interrater.csv.gz --raters obsA,obsB`,
      () => ({ share: near('interrater', 'percent_agreement') }),
    ],
    [
      `regression --data ${STUDY}/pupil.csv.gz --formula "y ~ board + design + visit + enth + cohort"`,
      () => ({ F: near('regression_pupil', 'F'), r2: near('regression_pupil', 'R2') }),
    ],
  ];

  test.each(shapes)('%s', async (command, shape) => {
    expect(await json(command)).toMatchObject(shape());
  });
});

describe('the README names every field that comes out', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const common = new Set(['analysis', 'method', 'engine', 'n', 'dropped', 'warnings', 'level']);

  test.each(loaded)('of $name', async ({ name, analysis }) => {
    const row = readme
      .split('\n')
      .find((line) => line.startsWith('| `') && line.split('|')[1].includes(`\`${name}\``));
    const result = await json(`${name} ${analysis.example}`);
    const unnamed = Object.keys(result ?? {}).filter(
      (key) => !common.has(key) && !new RegExp(`\`${key}(\\[\\])?\``).test(row ?? ''),
    );
    expect(unnamed).toEqual([]);
  });
});

describe('reading data', () => {
  const read = (data: string | Uint8Array, options = '') =>
    json(`describe --data file ${options}`, { file: data });
  const plain = read(SMALL);

  test('gzip is known by its first bytes', async () => {
    expect(await read(gzipSync(SMALL))).toEqual(await plain);
  });

  test('standard input', async () => {
    expect(await json('describe --data -', { '-': SMALL })).toEqual(await plain);
  });

  test('tabs, a byte order mark, and line ends of Windows', async () => {
    expect(await read(`\uFEFF${SMALL.replaceAll(',', '\t').replaceAll('\n', '\r\n')}`)).toEqual(await plain);
  });

  test('what Excel writes in the Netherlands: semicolons, decimal commas, windows-1252', async () => {
    const [result] = await Promise.all([
      json('describe --data file --decimal ,', {
        file: Uint8Array.from('caf\xe9;a\nja;1,5\nnee;2,5\n', (letter) => letter.charCodeAt(0)),
      }),
    ]);
    expect(result).toMatchObject({
      numbers: [{ column: 'a', mean: 2 }],
      categories: [{ column: 'café' }],
    });
  });

  test('codes for missing: everywhere, in one column, by a pattern', async () => {
    const missing = async (options: string) => {
      const result = await read('a,a2,b\n0,1,9\n1,9,0\n2,3,4\n', options);
      return Object.values(Object.entries(result ?? {}).find(([key]) => key === 'numbers')?.[1] ?? {}).map(
        (row: unknown) => (typeof row === 'object' && row !== null && 'missing' in row ? row.missing : null),
      );
    };
    expect(await missing('')).toEqual([0, 0, 0]);
    expect(await missing('--missing 0,9')).toEqual([1, 1, 2]);
    expect(await missing('--missing b=0')).toEqual([0, 0, 1]);
    expect(await missing('--missing b=0,9')).toEqual([0, 0, 2]);
    expect(await missing('--missing a*=0,9')).toEqual([1, 1, 0]);
    expect(await missing('--missing b=9 --missing a=0')).toEqual([1, 0, 1]);
  });

  test('rows: either value of one column, and both columns', async () => {
    expect(await read(SMALL, '--where a=4')).toMatchObject({ n: 2 });
    expect(await read(SMALL, '--where a=4 --where a=5')).toMatchObject({ n: 3 });
    expect(await read(SMALL, '--where a=4 --where g=x')).toMatchObject({ n: 1 });
  });

  test('a group without rows is no group', async () => {
    const three = `${SMALL}z,1,1,1\nz,2,1,1\n`;
    const options = { file: three };
    expect(
      await json('ttest --data file --values a --groups g --where g=x --where g=y', options),
    ).toMatchObject({
      groups: [{ name: 'x' }, { name: 'y' }],
    });
    expect(await json('ttest --data file --values a --groups g --missing g=z', options)).toMatchObject({
      groups: [{ name: 'x' }, { name: 'y' }],
    });
  });

  test('types and reference levels', async () => {
    expect(await read(SMALL, '--type a=category --columns a')).toMatchObject({
      categories: [{ column: 'a' }],
    });
    const first = await json('ttest --data file --values a --groups g', { file: SMALL });
    const other = await json('ttest --data file --values a --groups g --reference g=y', { file: SMALL });
    expect(first).toMatchObject({
      groups: [{ name: 'x' }, { name: 'y' }],
      difference: expect.closeTo(3, 12),
    });
    expect(other).toMatchObject({
      groups: [{ name: 'y' }, { name: 'x' }],
      difference: expect.closeTo(-3, 12),
    });
  });

  test('Welch unless Student is asked for; type III unless II is', async () => {
    const file = { file: SMALL };
    expect(await json('ttest --data file --values c --groups g', file)).toMatchObject({ kind: 'welch' });
    expect(await json('ttest --data file --values c --groups g --welch', file)).toMatchObject({
      kind: 'welch',
    });
    expect(await json('ttest --data file --values c --groups g --student', file)).toMatchObject({
      kind: 'independent',
    });
    const mixed = 'anova-mixed --data file --within a,b --between g --type';
    expect(await json(`${mixed} II`, file)).toMatchObject({ type: 'II' });
    expect(await json(`${mixed} III`, file)).toMatchObject({ type: 'III' });
    expect(await json(`${mixed} g=category`, file)).toMatchObject({ type: 'III' });
  });

  test.each([
    'anova --data file --outcome a --groups g',
    'anova --data file --outcome a --groups g,h --type II',
    'anova-rm --data file --within a,b',
    'anova-mixed --data file --within a,b --between g',
    'stepwise --data file --outcome a --candidates b,c --enter 0.5 --remove 0.6',
    'krippendorff --data file --raters a,b --scale interval --replicates 50',
    'lmm --data file --formula "a ~ b + (1 | g)"',
  ])('--level: %s', async (command) => {
    const rows = ['g,h,a,b,c'];
    for (let i = 0; i < 24; i++) {
      rows.push([`xyz`[i % 3], 'pq'[i % 2], i % 5, (i * 7) % 11, (i * i) % 13].join());
    }
    const file = { file: `${rows.join('\n')}\n` };
    expect(await json(`${command} --level 0.8`, file)).toMatchObject({ level: 0.8 });
    expect(await json(command, file)).toMatchObject({ level: 0.95 });
    const { out } = await stats(wordsOf(`${command} --level 0.8`), file);
    expect(out).toContain('80% interval');
    expect(out).not.toContain('95%');
  });

  test('models are compared on the rows that both can use', async () => {
    const command = `lmm ${BAROMETER} --formula "enth ~ time + (1 | school)" --compare "enth ~ time + vout + (1 | school)"`;
    const alone = await json(`lmm ${BAROMETER} --formula "enth ~ time + (1 | school)"`);
    const compared = await json(command);
    expect(alone).toMatchObject({ n: 4846 });
    expect(compared).toMatchObject({ df: 1, n: expect.any(Number) });
    expect(compared).not.toMatchObject({ n: 4846 });
  });

  test('long and wide are the same repeated measures', async () => {
    const rows = ['1,2,5', '2,2,4', '4,3,9', '4,6,1', '5,5,2'];
    const wide = ['m1,m2,m3', ...rows].join('\n');
    const long = [
      'id,moment,y',
      ...rows.flatMap((row, id) => row.split(',').map((y, m) => `${id},m${m + 1},${y}`)),
    ];
    const options = { file: wide, long: long.join('\n') };
    const a = await json('anova-rm --data file --within m1:m3 --name moment', options);
    const b = await json('anova-rm --data long --id id --within moment --outcome y', options);
    expect(b).toEqual(a);
  });

  test('every row is used or counted as left out', async () => {
    const file = 'g,y\nx,1\nx,2\ny,3\ny,5\n,4\nNA,\nx,\n';
    for (const command of ['ttest --values y --groups g', 'anova --outcome y --groups g']) {
      const { n, dropped } = Counted.parse(await json(`${command} --data file`, { file }));
      expect(n + dropped.reduce((total, { count }) => total + count, 0)).toBe(7);
    }
  });

  test('standard scores are written beside the data', async () => {
    const { code, files } = await stats(
      wordsOf('standardise --data file --values a --within g --out new.csv'),
      {
        file: SMALL,
      },
    );
    expect(code).toBe(0);
    const [head, first] = (files.get('new.csv') ?? '').split('\n');
    expect(head).toBe('g,a,b,c,a_z');
    expect(first).toMatch(/^x,1,2,5,-0\.87/);
  });
});

const Counted = z.object({ n: z.number(), dropped: z.array(z.object({ count: z.number() })) });

describe('refusals: exit code 2, one line that says what to do, and nothing on standard output', () => {
  const refusals: readonly (readonly [command: string, says: RegExp])[] = [
    ['nonsense', /no analysis nonsense.*describe/],
    ['describe', /--data file\.csv is missing/],
    ['describe --data nowhere.csv', /nowhere\.csv cannot be used: it does not exist/],
    ['describe --data packages', /packages cannot be used: it cannot be read \(EISDIR\)/],
    ['describe --data excel', /Excel.*CSV/],
    ['describe --data damaged', /damaged/],
    ['describe --data empty', /no rows/],
    ['describe --data uneven', /Line 3 has 1 values/],
    ['describe --data twice', /column a twice/],
    ['describe --data file --colums a', /no option --colums.*--columns/],
    ['describe --data file a b', /“a” belongs to no option/],
    ['describe --data file --columns', /--columns lacks a value: --columns a,b,c/],
    ['describe --data file --columns --json', /--columns lacks a value/],
    ['describe --data file --columns q', /no column q.*g, a, b, c/],
    ['describe --data file --columns q*', /No column fits q\*/],
    ['describe --data file --columns a:q', /no column q/],
    ['describe --data file --json=yes', /--json takes no value/],
    ['describe --data file --decimal x', /--decimal cannot be “x”/],
    ['describe --data file --type a=word', /number or category/],
    ['describe --data file --type a', /written as column=value/],
    ['describe --data file --type g=number', /“x”; that is not a number/],
    ['describe --data file --reference g=q', /no value “q”.*x, y/],
    ['describe --data file --where g=q', /No row has “q” in column g.*x, y/],
    ['describe --data file --where a=99', /No row has “99” in column a/],
    ['describe --data file --where g=x --where a=7', /no rows/],
    ['describe --data file --level 95', /between 0 and 1/],
    ['describe --data file --level high', /must be a number/],
    ['describe --data file --data file', /--data only once/],
    ['alpha --data file', /--items a,b,c is missing/],
    ['alpha --data file --items g,a', /Column g holds words/],
    ['ttest --data commas --values a --mean 3', /Column a holds numbers with a comma.*--decimal ,/],
    ['alpha --data file --items a', /at least 2 items/],
    ['alpha --data file --items a,b --reversed a', /ends of the answer scale/],
    ['alpha --data file --items a,b --range 1', /two numbers/],
    ['ttest --data file', /--paired a,b/],
    ['ttest --data file --paired a', /two columns/],
    ['ttest --data file --values a --groups b', /Column b has 5 values and a t-test compares two/],
    ['ttest --data file --values a --groups g --welch --student', /--welch or --student/],
    ['ttest --data constant --values a --mean 3', /same|spread|differ/i],
    ['anova --data file --outcome a --groups g --type IV', /II or III/],
    ['anova --data constant --outcome a --groups g', /All values are equal/],
    ['anova --data file --outcome a --groups g --where g=x', /level|group/i],
    ['anova-rm --data file --within a --outcome b', /--id/],
    ['anova-rm --data file --within a', /one measurement/],
    ['anova-mixed --data file --within a,b', /--between g is missing/],
    ['regression --data file --formula a+b', /~/],
    ['regression --data singular --formula "y ~ a + b"', /b/],
    ['regression --data constant --formula "a ~ b"', /is 3 in all 4 rows/],
    ['regression --data few --formula "y ~ a + b + c"', /few|at least|rows|cases/i],
    ['kappa --data file --raters a', /two columns/],
    ['kappa --data file --raters a,b --weights cubic', /none linear quadratic/],
    ['krippendorff --data file --raters a,b --replicates 1.5', /whole numbers/],
    ['icc --data file', /--values with --groups/],
    [`lmm ${BAROMETER} --formula "enth ~ time"`, /group|\|/],
    [`lmm ${BAROMETER} --formula "enth ~ time + (1 | school)" --effects class`, /no group class/],
    [
      `lmm ${BAROMETER} --formula "enth ~ time + (1 | school)" --compare "enth ~ 1 + (1 | school)" --method REML`,
      /method ML/,
    ],
    ['missing --data file --stayed a --trend a,b', /--stayed or --trend/],
    ['missing --data file --stayed a', /--columns: name them/],
    [
      `lmm ${BAROMETER} --formula "enth ~ 1 + (1 | school)" --compare "enth ~ time + (1 | school)" --level 95`,
      /between 0 and 1/,
    ],
    ['anova-rm --data file --id g --within a', /also need --outcome/],
    ['standardise --data file --values a --out forbidden/new.csv', /cannot be written \(EACCES\)/],
    ['check-report', /--figures file\.csv is missing/],
    ['check-report --figures file', /no column (id|section)/],
    [`check-report --figures ${STUDY}/report_figures.csv --only wrong`, /does not know “wrong”/],
  ];

  const files = {
    file: SMALL,
    empty: 'a,b\n',
    uneven: 'a,b\n1,2\n3\n',
    twice: 'a,a\n1,2\n',
    excel: Uint8Array.from([0x50, 0x4b, 3, 4, 0]),
    commas: 'a;b\n1,5;1\n2,5;2\n',
    damaged: Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2]),
    constant: 'g,a,b\nx,3,1\nx,3,2\ny,3,4\ny,3,9\n',
    singular: 'y,a,b\n1,1,2\n2,2,4\n4,3,6\n4,4,8\n7,5,10\n',
    few: 'y,a,b,c\n1,2,3,1\n2,3,1,7\n3,3,4,1\n',
  };

  test.each(refusals)('%s', async (command, says) => {
    for (const language of ['en', 'nl']) {
      const { code, out, err } = await stats([...wordsOf(command), '--language', language], files);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trimEnd()).not.toContain('\n');
      if (language === 'en') expect(err).toMatch(says);
    }
  });
});

test('a fault of the program is not taken for a fault in the question', async () => {
  const full = () => {
    throw new TypeError('no room');
  };
  const io = {
    read: () => Promise.resolve(new Uint8Array()),
    write: () => Promise.resolve(),
    out: full,
    err: full,
  };
  await expect(run(['--help'], io)).rejects.toThrow('no room');
});

describe('as a process', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const node = (words: readonly string[], input = '') =>
    spawnSync(process.execPath, [main, ...words], {
      input,
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../../..'),
    });

  test('reads standard input, writes standard output and ends with 0', () => {
    const { status, stdout, stderr } = node(['describe', '--data', '-', '--json'], SMALL);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ analysis: 'describe', n: 6 });
  });

  test('says nothing when the reader has seen enough', () => {
    const command = `"${process.execPath}" "${main}" standardise --data ${STUDY}/duo.csv.gz --values y2016 --json | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
  });

  test('ends with 2 when the question needs mending', () => {
    expect(node(['describe'])).toMatchObject({ status: 2, stdout: '' });
  });
});
