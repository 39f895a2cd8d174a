import { StatisticsError } from '../../result.ts';
import { independentT, oneSampleT, pairedT, type TTestResult, welchT } from '../../t-test/index.ts';
import { categoriesOf, numbersOf, type Table } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { badOption, type Given, LEVEL, levelOf } from '../options.ts';
import { scores } from './tables.ts';

export const ttest = define<TTestResult>({
  options: {
    paired: { kind: 'list', value: 'a,b', help: 'two measurements of the same cases: b minus a' },
    values: { kind: 'text', value: 'y', help: 'the column that is compared, with --groups or --mean' },
    groups: { kind: 'text', value: 'g', help: 'a column of two groups: the second minus the first' },
    mean: { kind: 'number', value: '3', help: 'a given mean that the scores are held against' },
    welch: { kind: 'flag', help: 'each group its own spread (default)' },
    student: { kind: 'flag', help: 'one spread for both groups' },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/culture.csv.gz --paired collega_1,collega_2',
  run: (data, given) => {
    if (given.has('paired')) return paired(data, given);
    if (given.has('groups')) return twoGroups(data, given);
    if (given.has('mean')) return oneSample(data, given);
    throw new StatisticsError('missing-option', {
      nl: 'Geef --paired a,b, of --values met --groups, of --values met --mean.',
      en: 'Give --paired a,b, or --values with --groups, or --values with --mean.',
    });
  },
  print: (result, to) => [
    to.table(result.groups, [to.words('scores', ({ name }) => name), ...scores(to)]),
    to.facts([
      ...(result.kind === 'one-sample' ? [[LABELS.givenMean, to.number(result.reference)] as const] : []),
      [LABELS.difference, to.number(result.difference)],
      [to.intervalOf(result.level), to.interval(result.ci)],
      [LABELS.test, `t(${to.number(result.df)}) = ${to.number(result.t)}, ${to.chance(result.p)}`],
      ...(result.kind === 'paired' ? [[LABELS.correlation, to.number(result.correlation)] as const] : []),
    ]),
    to.table(result.effects, [
      to.words(LABELS.effectSize, ({ name }) => name),
      to.numbers(LABELS.estimate, ({ estimate }) => estimate),
      to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
    ]),
  ],
});

function paired(data: Table, given: Given): TTestResult {
  const [first, second, more] = expandColumns(data, given.list('paired'));
  if (second === undefined || more !== undefined) {
    throw badOption({ nl: '--paired zijn twee kolommen: a,b.', en: '--paired is two columns: a,b.' });
  }
  return pairedT(numbersOf(data, first), numbersOf(data, second), {
    names: [first, second],
    ...levelOf(given),
  });
}

function twoGroups(data: Table, given: Given): TTestResult {
  if (given.flag('welch') && given.flag('student')) {
    throw badOption({ nl: 'Kies --welch of --student.', en: 'Choose --welch or --student.' });
  }
  const values = numbersOf(data, given.required('values'));
  const name = given.required('groups');
  const groups = categoriesOf(data, name);
  const [first, second, more] = groups.levels;
  if (second === undefined || more !== undefined) {
    throw new StatisticsError('two-groups', {
      nl: `Kolom ${name} heeft ${groups.levels.length} waarden en een t-toets vergelijkt er twee. Kies er twee met --where, of gebruik anova.`,
      en: `Column ${name} has ${groups.levels.length} values and a t-test compares two. Choose two with --where, or use anova.`,
    });
  }
  const [a, b] = [0, 1].map((code) => values.filter((_, row) => groups.codes[row] === code));
  const test = given.flag('student') ? independentT : welchT;
  return withoutGroup(
    test(a, b, { names: [first, second], ...levelOf(given) }),
    groups.codes.filter((code) => code < 0).length,
    name,
  );
}

/** The test itself sees two groups only; rows in neither are left out here, and said. */
function withoutGroup(result: TTestResult, count: number, name: string): TTestResult {
  if (count === 0) return result;
  const why = { nl: `geen groep in ${name}`, en: `no group in ${name}` };
  return { ...result, dropped: [...result.dropped, { count, why }] };
}

function oneSample(data: Table, given: Given): TTestResult {
  const name = given.required('values');
  const mean = given.number('mean');
  return oneSampleT(numbersOf(data, name), {
    name,
    ...(mean === undefined ? {} : { mean }),
    ...levelOf(given),
  });
}
