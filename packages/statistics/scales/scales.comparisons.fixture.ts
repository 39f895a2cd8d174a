import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { categoriesOf, numbersOf, type Table } from '../table.ts';
import { type Alpha, cronbachAlpha } from './alpha.ts';
import type { Item } from './items.ts';
import { mcdonaldOmega, type Omega } from './omega.ts';
import { groupScores, scaleScores } from './scores.ts';

/** Scales against R: oracle.json, and for what it lacks `fixtures/r.json`, made by `fixtures/make.R`. */
export function scaleComparisons(): Comparison[] {
  return sets
    .flatMap((set) => [...alphas(set), ...itemFigures(set), ...omegas(set), ...scores(set)])
    .concat(madeOmegas());
}

interface ItemFigures {
  alpha: number;
  ase: number;
  average_r: number;
  n: number[];
  mean: number[];
  sd: number[];
  r_drop: number[];
  drop_alpha: number[];
}

interface FactorFigures {
  n: number;
  loadings: number[];
  uniquenesses: number[];
  chi2: number;
  omega: number;
  omega_std: number;
  se?: number;
  ci?: number[];
}

interface ScoreFigures {
  n: number;
  mean: number;
  sd: number;
  groups: number;
  group_mean: number;
  group_sd: number;
  first: number[];
}

interface Fixture {
  made_by: Record<'R' | 'psych', string>;
  listwise: Record<OracleSet, Record<string, ItemFigures>>;
  pairwise: Record<OracleSet, Record<string, ItemFigures>>;
  reversed: Record<OracleSet, ItemFigures>;
  factor: Record<OracleSet, Record<string, FactorFigures>>;
  factor_reversed: Record<OracleSet, FactorFigures>;
  made: Record<string, { data: Record<string, number[]>; factor: FactorFigures }>;
  scores: Record<OracleSet, ScoreFigures>;
}

const r: Fixture = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'r.json'), 'utf8'));

const ORACLE = 'R 4.2.2, by formula';
const PSYCH = 'R 4.2.2, psych 2.2.9';
const FACTANAL = 'R 4.2.2, factanal and EM';

/** The items of a table by the beginning of their names. */
export function itemsOf(data: Table, pattern: RegExp, keep: (row: number) => boolean = () => true): Item[] {
  return [...data.columns.keys()]
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, values: numbersOf(data, name).filter((_, row) => keep(row)) }));
}

function ofWave(data: Table, wave: number): (row: number) => boolean {
  const waves = numbersOf(data, 'wave');
  return (row) => waves[row] === wave;
}

function alphas(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const culture = oracleTable(set, 'culture_items');
  const icalt = oracleTable(set, 'icalt');
  const first = ofWave(icalt, 1);
  const waves = [1, 2, 3, 4].flatMap((wave) => [
    ...alphaOf(set, ['enth', wave], itemsOf(barometer, /^e\d$/, ofWave(barometer, wave))),
    ...alphaOf(set, ['impl', wave], itemsOf(barometer, IMPLEMENTATION, ofWave(barometer, wave))),
  ]);
  const scales = ['onderzoek', 'verbeter', 'collega', 'visie', 'leidond', 'leider'].flatMap((scale) =>
    alphaOf(set, ['culture', scale], itemsOf(culture, new RegExp(`^${scale}_i`))),
  );
  const domains = [1, 2, 3, 4, 5, 6, 7].flatMap((domain) => {
    const items = itemsOf(icalt, new RegExp(`^d${domain}_`), first);
    return [
      ...alphaOf(set, ['icalt_wave1_zero_as_missing', `d${domain}`], items, [0]),
      ...alphaOf(set, ['icalt_wave1_zero_as_value', `d${domain}`], items),
    ];
  });
  return [...waves, ...scales, ...domains];
}

const IMPLEMENTATION = /^(board|design|vout|vin)$/;

function alphaOf(
  set: OracleSet,
  path: readonly (string | number)[],
  items: readonly Item[],
  missingValues: readonly number[] = [],
): Comparison[] {
  const listwise = cronbachAlpha(items, { missingValues });
  const pairwise = cronbachAlpha(items, { missingValues, missing: 'pairwise' });
  const compare = (
    figureName: string,
    ours: number | null,
    source: string,
    ...keys: (string | number)[]
  ) => ({
    analysis: 'alpha',
    figure: figureName,
    which: [set, ...path, ...keys].join(' '),
    ours: ours ?? Number.NaN,
    theirs: figure(set, 'alpha', ...path, ...keys),
    tolerance: CLOSED,
    source,
  });
  return [
    compare('n', listwise.n, ORACLE, 'n_listwise'),
    compare('n, pairwise', pairwise.n, ORACLE, 'n_any'),
    compare('alpha', listwise.alpha, ORACLE, 'alpha_listwise'),
    compare('alpha, pairwise', pairwise.alpha, ORACLE, 'alpha_pairwise_cov'),
    compare('alpha, pairwise', pairwise.alpha, PSYCH, 'psych_raw_alpha'),
    compare('standardised alpha', listwise.standardised, ORACLE, 'alpha_std_listwise'),
    compare('standardised alpha, pairwise', pairwise.standardised, PSYCH, 'psych_std_alpha'),
    compare('standard error, pairwise', pairwise.se, PSYCH, 'psych_ase'),
    compare('Feldt interval', listwise.ci[0], ORACLE, 'feldt_ci95_listwise', 0),
    compare('Feldt interval', listwise.ci[1], ORACLE, 'feldt_ci95_listwise', 1),
    compare('Feldt interval, pairwise', pairwise.ci[0], PSYCH, 'psych_feldt', 'lower.ci.raw_alpha'),
    compare('Feldt interval, pairwise', pairwise.ci[1], PSYCH, 'psych_feldt', 'upper.ci.raw_alpha'),
  ];
}

/** The scales of make.R, with their codes for missing. */
function scalesOf(set: OracleSet): Record<string, { items: Item[]; missingValues: number[] }> {
  const barometer = oracleTable(set, 'barometer');
  const culture = oracleTable(set, 'culture_items');
  const icalt = oracleTable(set, 'icalt');
  const wave = ofWave(barometer, 1);
  const domain = (name: string) => ({
    items: itemsOf(icalt, new RegExp(`^${name}_`), ofWave(icalt, 1)),
    missingValues: [0],
  });
  const plain = (items: Item[]) => ({ items, missingValues: [] });
  return {
    enth: plain(itemsOf(barometer, /^e\d$/, wave)),
    impl: plain(itemsOf(barometer, IMPLEMENTATION, wave)),
    leider: plain(itemsOf(culture, /^leider_i/)),
    verbeter: plain(itemsOf(culture, /^verbeter_i/)),
    onderzoek: plain(itemsOf(culture, /^onderzoek_i/)),
    d2: domain('d2'),
    d3: domain('d3'),
    d5: domain('d5'),
  };
}

function itemFigures(set: OracleSet): Comparison[] {
  const scales = scalesOf(set);
  const all = Object.entries(scales).flatMap(([name, { items, missingValues }]) => [
    ...compareItems(
      `${set} ${name} listwise`,
      cronbachAlpha(items, { missingValues }),
      r.listwise[set][name],
    ),
    ...compareItems(
      `${set} ${name} pairwise`,
      cronbachAlpha(items, { missingValues, missing: 'pairwise' }),
      r.pairwise[set][name],
    ),
  ]);
  const turned = cronbachAlpha(scales.leider.items, { reversed: ['leider_i3'], range: [1, 5] });
  return [...all, ...compareItems(`${set} leider reversed`, turned, r.reversed[set])];
}

function compareItems(which: string, ours: Alpha, theirs: ItemFigures): Comparison[] {
  const compare = (figureName: string, mine: number | null, psych: number, item = '') => ({
    analysis: 'alpha',
    figure: figureName,
    which: `${which} ${item}`,
    ours: mine ?? Number.NaN,
    theirs: psych,
    tolerance: CLOSED,
    source: PSYCH,
  });
  return [
    compare('average correlation', ours.averageInterItemCorrelation, theirs.average_r),
    compare('standard error', ours.se, theirs.ase),
    ...ours.items.flatMap((item, place) => [
      compare('item mean and sd', item.mean, theirs.mean[place], item.item),
      compare('item mean and sd', item.sd, theirs.sd[place], item.item),
      compare('item-rest correlation', item.itemRest, theirs.r_drop[place], item.item),
      compare('alpha if item deleted', item.alphaIfDeleted, theirs.drop_alpha[place], item.item),
    ]),
  ];
}

function omegas(set: OracleSet): Comparison[] {
  const scales = scalesOf(set);
  const all = Object.entries(scales).flatMap(([name, { items, missingValues }]) =>
    compareFactor(`${set} ${name}`, mcdonaldOmega(items, { missingValues }), r.factor[set][name]),
  );
  const turned = mcdonaldOmega(scales.leider.items, { reversed: ['leider_i3'], range: [1, 5] });
  return [...all, ...compareFactor(`${set} leider reversed`, turned, r.factor_reversed[set])];
}

function madeOmegas(): Comparison[] {
  return Object.entries(r.made).flatMap(([name, { data, factor }]) => {
    const items = Object.entries(data).map(([item, values]) => ({ name: item, values }));
    return compareFactor(name, mcdonaldOmega(items), factor);
  });
}

function compareFactor(which: string, ours: Omega, theirs: FactorFigures): Comparison[] {
  const compare = (figureName: string, mine: number | null, other: number, source = FACTANAL) => ({
    analysis: 'omega',
    figure: figureName,
    which,
    ours: mine ?? Number.NaN,
    theirs: other,
    tolerance: SEARCHED,
    source,
  });
  const { se, ci } = theirs;
  return [
    compare('n', ours.n, theirs.n),
    compare('omega total', ours.omega, theirs.omega),
    compare('omega total, standardised', ours.standardised, theirs.omega_std),
    compare('chi-square of one factor', ours.fit.chiSquare, theirs.chi2),
    ...ours.items.flatMap(({ loading, uniqueness }, place) => [
      compare('loadings', loading, theirs.loadings[place]),
      compare('uniquenesses', uniqueness, theirs.uniquenesses[place]),
    ]),
    ...(se === undefined ? [] : [compare('standard error', ours.se, se, 'R 4.2.2, numeric information')]),
    ...(ci ?? []).map((end, side) =>
      compare('interval (logit)', ours.ci?.[side] ?? null, end, 'R 4.2.2, numeric information'),
    ),
  ];
}

function scores(set: OracleSet): Comparison[] {
  const data = oracleTable(set, 'barometer');
  const people = scaleScores(itemsOf(data, /^e\d$/), { minimum: { items: 3 } });
  const schools = groupScores(people.scores, categoriesOf(data, 'school'), categoriesOf(data, 'teacher'));
  const means = schools.groups.map(({ mean }) => mean).filter((mean) => mean !== null);
  const theirs = r.scores[set];
  const figures: readonly (readonly [string, number | null, number])[] = [
    ['scores', people.n, theirs.n],
    ['scores', people.mean, theirs.mean],
    ['scores', people.sd, theirs.sd],
    ['group scores', schools.n, theirs.groups],
    ['group scores', schools.mean, theirs.group_mean],
    ['group scores', schools.sd, theirs.group_sd],
    ...theirs.first.map((school, place) => ['group scores', means[place], school] as const),
  ];
  return figures.map(([name, ours, other]) => ({
    analysis: 'scale-scores',
    figure: name,
    which: set,
    ours: ours ?? Number.NaN,
    theirs: other,
    tolerance: CLOSED,
    source: 'R 4.2.2, rowMeans and tapply',
  }));
}
