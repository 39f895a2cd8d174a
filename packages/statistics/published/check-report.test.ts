import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fTail } from '../distributions.ts';
import { checkReport, type Finding, type PublishedFigure } from './index.ts';
import { type ByHand, checksByHand, publishedFigures } from './published.comparisons.fixture.ts';

const published = publishedFigures();
const findings = checkReport(published).findings;
const byHand = checksByHand();

/** Which of our checks says what a check by hand said. */
const COUNTERPARTS: readonly (readonly [RegExp, string])[] = [
  [/^p from statistic/, 'p-from-statistic'],
  [/^df2 vs N-2|^df2 = n1\+n2-2/, 'df-from-n'],
  [/^GG epsilon/, 'df1-from-df2'],
  [/^df1 of a group x time/, 'df-of-repeated-measures'],
  [/^b in text/, 'text-against-table'],
  [/^n from df/, 'n-from-df'],
  [/^R2 \/ adjusted R2/, 'range-of-r2'],
  [/^R2 = 25%/, 'r2-like-icc'],
  [/^b\* inside its own/, 'coefficient-in-interval'],
  [/plausibility/, 'plausible-standardised'],
  [/^3-level factor/, 'contrasts-of-factor'],
  [/^label of r|^if d_z/, 'label'],
  [/^t and 95% CI/, 'interval-of-r'],
  [/^F that would give/, 'p-from-statistic'],
  [/^implied \|t\|/, 'implied-t'],
  [/^triangle check/, 'triangle-of-contrasts'],
  [/^ICC enthusiasm 2\.3 vs/, 'same-quantity'],
  [/^shares add up/, 'shares-of-variance'],
  [/^sector shares sum/, 'add-up-to-100'],
  [/^mean teachers per school/, 'mean-per-unit'],
  [/^weighted mean of/, 'mean-of-groups'],
  [/^complete cases/, 'complete-cases'],
  [/^row mean/, 'row-mean'],
  [/^best common weighting/, 'common-weighting'],
  [/^schools compared vs/, 'total-within-n'],
  [/^table sums vs n/, 'counts-against-sums'],
  [/^28\+10\+8\+1/, 'counts-add-up'],
  [/^\d+\/\d+$/, 'percentage-of-count|granularity'],
  [/^(sums?|differences|cohorts 47\+67)$/, 'sum|counts-against-sums|add-up-to-100'],
];

/** What was found by hand with more than the columns hold; README.md says per row what it takes. */
const BEYOND_THE_COLUMNS = new Set([
  'C18 6212-149 vs control n',
  'P28 n vs schools in study',
  "I05 'low' ICC label",
  'E03 slope -0.06: total over 3 steps',
  'E05 board sessions 3.1 vs summary',
  'C06 po = 212-26-66',
  'C09 items',
  'C12 observed at both m1 and m2 but not m3: 52-44>=?',
  'C22 2.1 vs Bijlage 3',
  'C26 schools in missingness test vs responders',
  'C28 text 79% vs summary',
  'C29 17% of the stated base 37',
  'C37 7+1+1',
  'C43 scale of enthusiasm',
  'T01 text contradiction',
  'T02 text contradiction',
  'T03 text contradiction',
  'T04 imputation method vs description',
]);

const VERDICTS: Readonly<Record<string, readonly Finding['verdict'][]>> = {
  match: ['match', 'match-by-rounding'],
  'match(rounding of statistic)': ['match-by-rounding'],
  'MISMATCH(rounded up)': ['rounded-up'],
  'MISMATCH(truncated)': ['truncated'],
  MISMATCH: ['mismatch', 'rounded-up', 'truncated'],
  note: ['note', 'match-by-rounding'],
};

function counterparts({ id, check }: ByHand): readonly Finding[] {
  const names = COUNTERPARTS.find(([pattern]) => pattern.test(check))?.[1].split('|') ?? [];
  const found = findings.filter((finding) => finding.id === id && names.includes(finding.check));
  const [part, of] = check.split('/');
  if (of === undefined || !/^\d+$/.test(of)) return found;
  // By hand, a percentage without counts got the count that fits.
  return found.filter(({ detail }) => new RegExp(`\\b${part} of ${of}\\.`).test(detail.en));
}

describe('the published study, held against what checking it by hand gave', () => {
  const within = byHand.filter(({ id, check }) => !BEYOND_THE_COLUMNS.has(`${id} ${check}`));

  test('nearly everything found by hand is found from the columns', () => {
    expect(byHand).toHaveLength(171);
    expect(byHand.length - within.length).toBe(BEYOND_THE_COLUMNS.size);
  });

  test.each(within)('$id: $check', (hand) => {
    const found = counterparts(hand);
    expect(found.length).toBeGreaterThan(0);
    for (const { verdict } of found) expect(VERDICTS[hand.verdict]).toContain(verdict);
  });

  test('rows that need another part of the text are not judged', () => {
    for (const id of ['T01', 'T02', 'T03', 'T04', 'C09', 'C43', 'E03', 'E05', 'I05']) {
      expect(findings.filter((finding) => finding.id === id).map(({ verdict }) => verdict)).toEqual([
        'not-checkable',
      ]);
    }
  });

  test('every row has a finding, and one that cannot be checked says why', () => {
    expect(new Set(findings.map(({ id }) => id))).toEqual(new Set(published.map(({ id }) => id)));
    for (const { detail } of findings.filter(({ verdict }) => verdict === 'not-checkable')) {
      expect(detail.nl).not.toBe('');
      expect(detail.en).not.toBe('');
    }
  });

  test('the misprinted F is named', () => {
    const [found] = findings.filter(({ id, check }) => id === 'P21' && check === 'p-from-statistic');
    expect(found.detail.en).toContain('0.1256 to 0.1266');
    expect(found.detail.en).toContain('0.127 became 1.127');
    expect(found.detail.nl).toContain('0,127 werd 1.127');
  });

  test('what was computed by hand in a sentence comes out as a figure', () => {
    const figure = (id: string, check: string) =>
      findings.find((finding) => finding.id === id && finding.check === check)?.computed;
    expect(figure('Q04', 'implied-t')).toBeCloseTo(2.22, 3);
    expect(figure('Q04', 'implied-se')).toBeCloseTo(0.1306, 4);
    expect(figure('Q09', 'implied-se')).toBeCloseTo(0.1397, 4);
    expect(figure('D02', 't-of-effect-size')).toBeCloseTo(8.32, 2);
    expect(figure('P01', 'df1-from-df2')).toBeCloseTo(2.92707, 5);
    expect(figure('P10', 't-from-interval')).toBeCloseTo(2.28, 2);
    expect(figure('C08', 'mean-of-groups')).toBeCloseTo(16.09, 2);
    expect(figure('C17', 'common-weighting')).toBeCloseTo(0.93, 2);
    expect(figure('C13', 'row-mean')).toBeCloseTo(9.57, 2);
    const [mean] = findings.filter(({ id }) => id === 'C13');
    // By hand: [9.14, 10.07], since a printed 0 stands for 0 to 0.5.
    expect([mean.low, mean.high].map((end) => end?.toFixed(2))).toEqual(['9.14', '10.07']);
  });
});

const EMPTY: PublishedFigure = {
  id: 'X1',
  section: '1',
  test: '',
  statistic: '',
  df1: '',
  df2: '',
  reported_p: '',
  other: '',
  note: '',
};

const check = (...rows: readonly Partial<PublishedFigure>[]): readonly Finding[] =>
  checkReport(rows.map((row, place) => ({ ...EMPTY, id: `X${place + 1}`, ...row }))).findings;

const verdicts = (...rows: readonly Partial<PublishedFigure>[]): readonly string[] =>
  check(...rows).map((finding) => `${finding.check} ${finding.verdict}`);

describe('notation (rule 1)', () => {
  test('a test written out in Dutch is the test in columns', () => {
    const written = check({ test: 'F', statistic: 'F(1.172) = 1,858, p = ,175' });
    const inColumns = check({ test: 'F', statistic: '1.858', df1: '1', df2: '172', reported_p: '.175' });
    expect(written[0].computed).toBe(inColumns[0].computed);
    expect(written[0].verdict).toBe('match');
  });

  test.each([
    ['F(2,93; 17981) = 3,989', '.008'],
    ['F(2.93, 17981) = 3.989', 'p = ,008'],
    ['F(2.93,17981) = 3.989', 'p=.008'],
    ['t(188) = −2,24', '0,026'],
    ['t(27) = 2.22', '.035'],
    ['r(13) = ,547', '< 0,05'],
    ['χ²(2) = 5,99', '.05'],
    ['z = 1,96', '.05'],
    ['t(20) = 0.3', 'ns'],
    ['t(20) = 3.1', 'sig'],
    ['t(20) = 0.1', '>.760'],
  ])('%s with %s', (statistic, reported) => {
    expect(verdicts({ statistic, reported_p: reported })[0]).toMatch(/^p-from-statistic match/);
  });
});

describe('p from the statistic (rules 2 and 3)', () => {
  const f = { test: 'F', statistic: '4.0', df1: '1', df2: '30' };

  test('a printed p of 0 is read as rounded, and said to be impossible', () => {
    const [found] = check({ test: 't', statistic: '9.12', df1: '40', reported_p: '.000' });
    expect(found.verdict).toBe('match');
    expect(found.detail.en).toContain('never 0');
  });

  test('a one-sided p, and a conclusion on the other side of .05, are named', () => {
    const [oneSided] = check({ test: 't', statistic: '1.80', df1: '30', reported_p: '.041' });
    expect(oneSided.verdict).toBe('mismatch');
    expect(oneSided.detail.en).toContain('one-sided');
    expect(oneSided.detail.en).toContain('other side');
  });

  test('a bound that the statistic does not reach', () => {
    expect(verdicts({ ...f, reported_p: '<.01' })).toEqual(['p-from-statistic mismatch']);
    expect(verdicts({ ...f, reported_p: '<.06' })).toEqual(['p-from-statistic match']);
    expect(verdicts({ ...f, reported_p: '>.05' })).toEqual(['p-from-statistic match']);
  });

  test('a p that is printed as R rounds it is never called wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 2, max: 4 }),
        (thousandths, df1, df2, decimals) => {
          const statistic = (thousandths / 1000).toFixed(3);
          const p = fTail(Number(statistic), df1, df2).toFixed(decimals);
          const row = { test: 'F', statistic, df1: String(df1), df2: String(df2), reported_p: p };
          expect(verdicts(row)).toEqual(['p-from-statistic match']);
        },
      ),
    );
  });

  test('tails far out keep their digits', () => {
    const [found] = check({ test: 't', statistic: '60', df1: '400', reported_p: '<.001' });
    expect(found.verdict).toBe('match');
    expect(Number(found.computed)).toBeGreaterThan(0);
    expect(Number(found.computed)).toBeLessThan(1e-190);
  });
});

describe('counts and percentages (rules 9 to 13)', () => {
  const shares = (statistic: string, other: string) => verdicts({ test: 'percentages', statistic, other });

  test('17% of 37 is not a whole number of people; 16% is 6 of them', () => {
    const [found] = check({ test: 'percentages', statistic: '17', other: 'base=37' });
    expect(found.verdict).toBe('mismatch');
    expect(found.detail.en).toBe('That is 6.29 of 37, not a whole number; possible are 16.22% and 18.92%.');
    expect(shares('16', 'base=37')).toEqual(['granularity match']);
  });

  test('every percentage of a whole number passes, whatever is rounded', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 99 })
          .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
        fc.integer({ min: 0, max: 2 }),
        ([n, part], decimals) => {
          const share = ((100 * part) / n).toFixed(decimals);
          for (const verdict of shares(share, `base=${n}`)) expect(verdict).toBe('granularity match');
          expect(shares(share, `${part}/${n}`)).toEqual(['percentage-of-count match']);
        },
      ),
    );
  });

  test('a mean of whole scores (Brown & Heathers 2017: 5.19 of 28 cannot be; 5.18 can)', () => {
    expect(verdicts({ test: 'mean', statistic: '5.19', other: 'n=28' })).toEqual(['grim mismatch']);
    expect(verdicts({ test: 'mean', statistic: '5.18', other: 'n=28' })).toEqual(['grim match']);
    expect(verdicts({ test: 'mean', statistic: '5.19', other: 'n=28;items=4' })).toEqual([
      'none not-checkable',
    ]);
  });

  test('percentages of one whole that make 100 only because one was bent', () => {
    const [, , bent] = check({ test: 'percentages', statistic: '66;10;24', other: '65;10;23;N=98' });
    expect(bent.verdict).toBe('rounded-up');
    expect(bent.detail.en).toContain('bent');
  });

  test('sums that are wrong, and totals that are larger than everyone', () => {
    expect(verdicts({ test: 'counts', statistic: '24+9+5=37' })).toEqual(['sum mismatch']);
    expect(verdicts({ test: 'counts', statistic: '24+9=33', other: 'N=30' })).toEqual([
      'sum match',
      'total-within-n mismatch',
    ]);
  });
});

test('groups whose sizes fit their degrees of freedom (rule 4), three of them too', () => {
  const row = { test: 'F', statistic: '2.0', df1: '2', reported_p: '.143' };
  expect(verdicts({ ...row, df2: '57', other: 'n1=20;n2=20;n3=20' })).toContain('df-from-n match');
  expect(verdicts({ ...row, df2: '58', other: 'n1=20;n2=20;n3=20' })).toContain('df-from-n mismatch');
});

describe('three contrasts of three measurements (rule 14)', () => {
  const contrast = (pair: string, b: string, p: string) => ({
    test: 'pairwise RM-ANOVA',
    df1: '20',
    reported_p: p,
    other: `n=21;${b}contrast=${pair}`,
  });
  const third = (p: string) =>
    check(
      contrast('m1-m2', 'b=0.33;', '.027'),
      contrast('m1-m3', 'b=0.12;', '.400'),
      contrast('m2-m3', '', p),
    ).filter((finding) => finding.check === 'triangle-of-contrasts');

  test('the third has a standard error between the difference and the sum of the other two', () => {
    expect(third('.250')).toMatchObject([{ id: 'X3', verdict: 'match' }]);
    // A difference of 0.20 to 0.22 at p = .900 would take a standard error far above 0.28.
    expect(third('.900')).toMatchObject([{ verdict: 'mismatch' }]);
  });
});

test('the order of rows that stand alone changes nothing', () => {
  const rows = published.filter(({ id }) => /^[PD]/.test(id));
  const key = (finding: Finding): string => JSON.stringify(finding);
  expect(checkReport(rows.toReversed()).findings.map(key).toSorted()).toEqual(
    checkReport(rows).findings.map(key).toSorted(),
  );
});

test('no rows give no findings', () => {
  expect(checkReport([]).findings).toEqual([]);
});
