import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { clusterFigures } from '../agreement/agreement.comparisons.fixture.ts';
import { intraclassCorrelation } from '../agreement/index.ts';
import { readCsv } from '../csv.ts';
import { tTwoSided } from '../distributions.ts';
import type { Comparison } from '../oracle/comparison.fixture.ts';
import { CLOSED, SEARCHED } from '../oracle/comparison.fixture.ts';
import { figure, figures, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { categoriesOf, numbersOf, type Table } from '../table.ts';
import { likelihoodRatioTest, type MultilevelModel, multilevelModel, varianceReduction } from './index.ts';

const ORACLE = 'closed form in R 4.2.2, checked against lme4 1.1-31';
const LME4 = 'lme4 1.1-31, lmerTest 3.1-3';
const POLISHED = 'lme4 1.1-31, lmerTest 3.1-3, at the exact optimum';

const NLME = 'nlme 3.1-162';

/** lme4 and nlme stop about 1e-7 from the optimum, lmerTest's degrees of freedom about 1e-6; these magnify that. */
const LME4_STOPS = 1e-5;
const MAGNIFIED = new Set(['p', 'p at their df', 'type III p', 'group effect', 'share of variance']);

/** What is counted. */
const COUNTED = new Set(['rows used', 'groups', 'singular', 'type III df1', 'likelihood-ratio test, df']);

/** At its lowest point the deviance is flat: to stop a little beside it changes nothing. */
const FLAT = /^(deviance|log-likelihood|AIC|BIC)/;

function allowed(figure: string, source: string): number {
  if (COUNTED.has(figure)) return 0;
  if (FLAT.test(figure)) return CLOSED;
  return source !== ORACLE && source !== POLISHED && MAGNIFIED.has(figure) ? LME4_STOPS : SEARCHED;
}

const METHODS = ['REML', 'ML'] as const;

interface ClosedForm {
  readonly beta: Figures;
  readonly se: Figures;
  readonly df_satterthwaite: Figures;
  readonly t: Figures;
  readonly p: Figures;
  readonly theta: number | readonly number[];
  readonly sigma2: number;
  readonly var_school: number;
  readonly var_teacher?: number;
  readonly criterion: number;
}

interface Fitted {
  readonly formula: string;
  readonly nobs: number;
  readonly ngrps: Figures;
  readonly singular: boolean;
  readonly sigma: number;
  /** Named `teacher.(Intercept)`. */
  readonly theta: Figures;
  /** Per group its share of the variance. */
  readonly icc: Figures;
  readonly fixed: Readonly<Record<string, Figures>>;
  readonly variances: Figures;
  readonly criterion: number;
  readonly logLik: number;
  readonly AIC: number;
  readonly BIC: number;
  readonly R2_marginal: number;
  readonly R2_conditional: number;
}

interface OracleModel {
  readonly lmer_tight_REML: Fitted;
  readonly lmer_tight_ML?: Fitted;
  readonly closed_form_REML: ClosedForm;
  readonly closed_form_ML: ClosedForm;
  readonly anova_type3_satterthwaite?: Readonly<Record<string, Figures>> | null;
}

type Figures = Readonly<Record<string, number>>;

type Compare = (figure: string, which: string, ours: number, theirs: number) => void;

/** Every `closed_form_*` of both sets, and what lme4 gives besides. */
export function multilevelComparisons(): readonly Comparison[] {
  return sets.flatMap((set) => {
    const list: Comparison[] = [];
    const data = barometer(set);
    // What the oracle's own script wrote.
    const models = figures(set, 'multilevel') as Readonly<Record<string, OracleModel>>;
    for (const [name, model] of Object.entries(models)) {
      for (const method of METHODS) {
        const ours = multilevelModel(data, { formula: model.lmer_tight_REML.formula, method });
        compareModel(list, `${set} ${name} ${method}`, ours, model, method);
      }
    }
    compareRest(list, set, data);
    return list;
  });
}

/** The intraclass correlation of the same rows. */
function nationalClusters(data: Table, parsed: object): readonly Comparison[] {
  const { icc_anova_school: theirs = {} }: { icc_anova_school?: Readonly<Record<string, unknown>> } = parsed;
  const ours = intraclassCorrelation(numbersOf(data, 'enth'), categoriesOf(data, 'school'));
  return clusterFigures('national', ours, (key, place = 0) => {
    const found = [theirs[key]].flat()[Number(place)];
    return typeof found === 'number' ? found : Number.NaN;
  });
}

/** The same model on 99,911 rows. */
export function nationalComparisons(): readonly Comparison[] {
  const list: Comparison[] = [];
  const folder = join(import.meta.dirname, '../oracle/study');
  const data = readCsv(unpacked(join(folder, 'national.csv.gz')), { references: { sector: 'po' } });
  const models: Readonly<Record<string, OracleModel & { readonly lmer_tight: Fitted }>> = JSON.parse(
    unpacked(join(folder, 'oracle_national.json.gz')),
  );
  for (const name of ['null', 'time_sector', 'final']) {
    for (const method of METHODS) {
      const ours = multilevelModel(data, { formula: models[name].lmer_tight.formula, method });
      compareClosedForm(comparer(list, ORACLE), `national ${name} ${method}`, ours, models[name], method);
      if (method === 'REML')
        compareFit(comparer(list, LME4), `national ${name}`, ours, models[name].lmer_tight);
    }
  }
  return [...list, ...nationalClusters(data, models)];
}

/** Random slopes, interactions of factors, formulas: fixtures/make.R. */
export function slopeComparisons(): readonly Comparison[] {
  const list: Comparison[] = [];
  const compare = comparer(list, POLISHED);
  for (const fixture of slopeFixtures.models) {
    const { name } = fixture;
    const data = fixture.data === 's' ? slopesTable() : barometer('study');
    const effects = Object.keys(fixture.effects ?? {});
    const ours = multilevelModel(data, { formula: fixture.formula, method: fixture.method, effects });
    for (const [place, term] of fixture.terms.entries()) {
      const row = named(ours.fixed, term);
      const which = `${name} ${term}`;
      compare('coefficient, random slopes', which, row.estimate, fixture.estimate[place]);
      compare('standard error, random slopes', which, row.se, fixture.se[place]);
      compare('Satterthwaite df, random slopes', which, row.df, fixture.df[place]);
      compare('t, random slopes', which, row.t, fixture.t[place]);
      compare('p, random slopes', which, row.p, fixture.p[place]);
    }
    for (const { group, var1, var2, vcov, sdcor } of fixture.random) {
      const which = `${name} ${group} ${var1} ${var2}`;
      compare('variance, random slopes', which, ...ourVariance(ours, group, var1, var2, vcov, sdcor));
    }
    compare('log-likelihood, random slopes', name, ours.logLik, fixture.logLik);
    compare('AIC, random slopes', name, ours.aic, fixture.aic);
    compare('BIC, random slopes', name, ours.bic, fixture.bic);
    compare('singular', name, Number(ours.singular), Number(fixture.singular));
    const { anova } = fixture;
    for (const [place, term] of (anova?.terms ?? []).entries()) {
      if (!anova) continue;
      const row = named(ours.anova, term);
      const which = `${name} ${term}`;
      compare('type III sum of squares', which, row.sumSq, anova.SS[place]);
      compare('type III mean square', which, row.meanSq, anova.MS[place]);
      compare('type III df1', which, row.df1, anova.df1[place]);
      compare('type III df2', which, row.df2, anova.df2[place]);
      compare('type III F', which, row.F, anova.F[place]);
      compare('type III p', which, row.p, anova.p[place]);
    }
    compareEffects(compare, name, ours, fixture.effects ?? {});
  }
  const smaller = multilevelModel(slopesTable(), { formula: 'y ~ time + (1 | school)', method: 'ML' });
  const larger = multilevelModel(slopesTable(), {
    formula: 'y ~ time * kind + (1 + time | school)',
    method: 'ML',
  });
  const test = likelihoodRatioTest(smaller, larger);
  compare('likelihood-ratio test', 'with slope, chi-square', test.chiSquare, slopeFixtures.lrt.chisq);
  compare('likelihood-ratio test, df', 'with slope, df', test.df, slopeFixtures.lrt.df);
  compare('likelihood-ratio test', 'with slope, p', test.p, slopeFixtures.lrt.p);
  return list;
}

function compareModel(
  list: Comparison[],
  which: string,
  ours: MultilevelModel,
  model: OracleModel,
  method: 'REML' | 'ML',
): void {
  compareClosedForm(comparer(list, ORACLE), which, ours, model, method);
  const compare = comparer(list, LME4);
  const fitted = model[`lmer_tight_${method}`];
  if (fitted) compareFit(compare, which, ours, fitted);
  if (method === 'ML') return;
  for (const [term, test] of Object.entries(model.anova_type3_satterthwaite ?? {})) {
    const row = named(ours.anova, term);
    compare('type III F', `${which} ${term}`, row.F, test.F);
    compare('type III df1', `${which} ${term}`, row.df1, test.df1);
    compare('type III df2', `${which} ${term}`, row.df2, test.df2);
    compare('type III p', `${which} ${term}`, row.p, test.p);
    compare('type III sum of squares', `${which} ${term}`, row.sumSq, test.SS);
    compare('type III mean square', `${which} ${term}`, row.meanSq, test.MS);
  }
}

/** What lme4 says of a model as a whole. */
function compareFit(compare: Compare, which: string, ours: MultilevelModel, theirs: Fitted): void {
  const zero = theirs.variances.residual * 1e-9;
  const alike = ours.random.every(({ group }) => theirs.variances[group] < zero);
  for (const { group, variance } of ours.random) {
    const there = theirs.variances[group] >= zero;
    const theta = Math.sqrt(variance / ours.residual.variance);
    const share = ours.shares.find((one) => one.group === group)?.share ?? Number.NaN;
    compare('theta', `${which} ${group}`, theta, there ? theirs.theta[`${group}.(Intercept)`] : 0);
    compare('share of variance', `${which} ${group}`, share, there ? theirs.icc[group] : 0);
    compare('groups', `${which} ${group}`, ours.groups[group], theirs.ngrps[group]);
  }
  compare('residual sd', which, ours.residual.sd, theirs.sigma);
  compare('deviance', which, ours.deviance, theirs.criterion);
  compare('log-likelihood', which, ours.logLik, theirs.logLik);
  compare('AIC', which, ours.aic, theirs.AIC);
  compare('BIC', which, ours.bic, theirs.BIC);
  compare('R² marginal', which, ours.r2.marginal, theirs.R2_marginal);
  compare('R² conditional', which, ours.r2.conditional, alike ? theirs.R2_marginal : theirs.R2_conditional);
  compare('rows used', which, ours.nobs, theirs.nobs);
  compare('singular', which, Number(ours.singular), Number(theirs.singular));
}

function compareClosedForm(
  compare: Compare,
  which: string,
  ours: MultilevelModel,
  model: Pick<OracleModel, 'closed_form_REML' | 'closed_form_ML'>,
  method: 'REML' | 'ML',
): void {
  const theirs = model[`closed_form_${method}`];
  for (const row of ours.fixed) {
    const term = `${which} ${row.term}`;
    compare('coefficient', term, row.estimate, theirs.beta[row.term]);
    compare('standard error', term, row.se, theirs.se[row.term]);
    compare('Satterthwaite df', term, row.df, theirs.df_satterthwaite[row.term]);
    compare('t', term, row.t, theirs.t[row.term]);
    compare('p', term, row.p, theirs.p[row.term]);
  }
  const residual = ours.residual.variance;
  const thetas = [theirs.theta].flat();
  for (const [place, row] of ours.random.entries()) {
    const variance = row.group === 'school' ? theirs.var_school : theirs.var_teacher;
    compare('variance between groups', `${which} ${row.group}`, row.variance, variance ?? Number.NaN);
    compare('theta', `${which} ${row.group}`, Math.sqrt(row.variance / residual), thetas[place]);
  }
  compare('residual variance', which, residual, theirs.sigma2);
  compare('deviance', which, ours.deviance, theirs.criterion);
}

function compareRest(list: Comparison[], set: OracleSet, data: Table): void {
  const compare = comparer(list, LME4);
  const final = 'enth ~ time + sector + board + design + newstart + (1 | school) + (1 | teacher)';
  const model = multilevelModel(data, { formula: final, effects: ['school'] });
  compareNlme(comparer(list, NLME), set, model);
  const blup = figures(set, 'blup_school_enth_final') as Readonly<Record<string, readonly number[]>>;
  const [effects] = model.effects ?? [];
  for (const [place, school] of blup.school.entries()) {
    const at = effects.labels.indexOf(String(school));
    compare('group effect', `${set} school ${school}`, effects.estimate[at], blup.u[place]);
    compare('group effect, standard error', `${set} school ${school}`, effects.se[at], blup.se[place]);
  }
  const reference = multilevelModel(data, {
    formula: 'enth ~ time + (1 | school) + (1 | teacher)',
    complete: ['board', 'design'],
  });
  const reduction = varianceReduction(model, reference);
  // One minus a ratio near 1: what is left of lme4's 1e-7 is 1e-5 of the figure.
  const compareReduction = comparer(list, LME4, 1e-4);
  const theirs = figures(set, 'R2_variance_reduction_vs_time_model') as Figures;
  compareReduction('variance reduction', `${set} total`, reduction.total, theirs.total);
  for (const { group, reduction: ours } of reduction.levels) {
    compareReduction('variance reduction', `${set} ${group}`, ours ?? Number.NaN, theirs[group]);
  }
  const ml = (formula: string): MultilevelModel =>
    multilevelModel(data, { formula: `${formula} + (1 | school) + (1 | teacher)`, method: 'ML' });
  const test = likelihoodRatioTest(ml('enth ~ time + sector'), ml('enth ~ time * sector'));
  const lrt = figures(set, 'lrt_ML') as Figures;
  compare('likelihood-ratio test', `${set} chi-square`, test.chiSquare, lrt.chisq);
  compare('likelihood-ratio test, df', `${set} df`, test.df, lrt.df);
  compare('likelihood-ratio test', `${set} p`, test.p, lrt.p);
  compareBoundary(compare, set);
  compareIcalt(compare, set);
}

/** Its degrees of freedom follow another rule; at those, a p from our estimate and error must be its p. */
function compareNlme(compare: Compare, set: OracleSet, { fixed, logLik }: MultilevelModel): void {
  for (const { term, estimate, se, t } of fixed) {
    const theirs = (name: string): number => figure(set, 'nlme_enth_final', 'tTable', term, name);
    compare('coefficient', `${set} ${term}`, estimate, theirs('Value'));
    compare('standard error', `${set} ${term}`, se, theirs('Std.Error'));
    compare('t', `${set} ${term}`, t, theirs('t-value'));
    compare('p at their df', `${set} ${term}`, tTwoSided(t, theirs('DF')), theirs('p-value'));
  }
  compare('log-likelihood', set, logLik, figure(set, 'nlme_enth_final', 'logLik'));
}

function compareBoundary(compare: Compare, set: OracleSet): void {
  const all = oracleTable(set, 'boundary');
  const names = all.columns.get('set');
  if (names?.kind !== 'category') return;
  for (const [code, name] of names.levels.entries()) {
    const data = rowsWhere(all, (row) => names.codes[row] === code);
    for (const kind of ['two_nested', 'one']) {
      const fitted = figures(set, 'boundary', name, kind) as Fitted;
      compareFitted(compare, `${set} ${name} ${kind}`, multilevelModel(data, fitted), fitted);
    }
  }
}

function compareIcalt(compare: Compare, set: OracleSet): void {
  const all = oracleTable(set, 'icalt');
  const waves = all.columns.get('wave');
  for (const domain of ['D1', 'D2', 'D7']) {
    for (const kind of ['nested_all_waves', 'wave3']) {
      const fitted = figures(set, 'icalt_icc', domain, kind) as Fitted;
      const data =
        kind === 'wave3' && waves?.kind === 'number' ? rowsWhere(all, (row) => waves.values[row] === 3) : all;
      const formula = fitted.formula.replace(/^y/, domain);
      compareFitted(compare, `${set} ICALT ${domain} ${kind}`, multilevelModel(data, { formula }), fitted);
    }
  }
}

/** Where lme4 stops short, a variance at zero is 1e-15 there. */
const asZero = (variance: number, residual: number): number => (variance < 1e-9 * residual ? 0 : variance);

function compareFitted(compare: Compare, which: string, ours: MultilevelModel, theirs: Fitted): void {
  for (const row of ours.fixed) {
    const { est, se, df, t, p } = theirs.fixed[row.term];
    compare('coefficient', `${which} ${row.term}`, row.estimate, est);
    compare('standard error', `${which} ${row.term}`, row.se, se);
    compare('Satterthwaite df', `${which} ${row.term}`, row.df, df);
    compare('t', `${which} ${row.term}`, row.t, t);
    compare('p', `${which} ${row.term}`, row.p, p);
  }
  const { residual } = theirs.variances;
  for (const { group, variance } of ours.random) {
    compare(
      'variance between groups',
      `${which} ${group}`,
      variance,
      asZero(theirs.variances[group], residual),
    );
  }
  compare('residual variance', which, ours.residual.variance, residual);
  compareFit(compare, which, ours, theirs);
}

interface SlopeFixture {
  readonly name: string;
  readonly formula: string;
  readonly data: 's' | 'b';
  readonly method: 'REML' | 'ML';
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly se: readonly number[];
  readonly df: readonly number[];
  readonly t: readonly number[];
  readonly p: readonly number[];
  readonly random: readonly {
    readonly group: string;
    readonly var1: string | null;
    readonly var2: string | null;
    readonly vcov: number;
    readonly sdcor: number;
  }[];
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
  readonly singular: boolean;
  readonly anova?: {
    readonly terms: readonly string[];
    readonly SS: readonly number[];
    readonly MS: readonly number[];
    readonly df1: readonly number[];
    readonly df2: readonly number[];
    readonly F: readonly number[];
    readonly p: readonly number[];
  };
  readonly effects?: SlopeEffects;
}

type SlopeEffects = Readonly<
  Record<
    string,
    {
      readonly labels: readonly string[];
      readonly estimate: Readonly<Record<string, readonly number[]>>;
      readonly se: readonly (readonly number[])[];
    }
  >
>;

const slopeFixtures: {
  readonly models: readonly SlopeFixture[];
  readonly lrt: Figures;
} = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/r.json'), 'utf8'));

export const slopesTable = (): Table =>
  readCsv(unpacked(join(import.meta.dirname, 'fixtures/slopes.csv.gz')));

export const barometer = (set: OracleSet): Table =>
  oracleTable(set, 'barometer', { references: { sector: 'po' } });

/** Ours and theirs: a variance, or where lme4 names two effects, their correlation. */
function ourVariance(
  ours: MultilevelModel,
  group: string,
  var1: string | null,
  var2: string | null,
  vcov: number,
  sdcor: number,
): [number, number] {
  if (group === 'Residual') return [ours.residual.variance, vcov];
  const own = ours.random.filter((row) => row.group === group.replace(/\.1$/, ''));
  if (var2 !== null) return [named(own, var2).correlation ?? Number.NaN, sdcor];
  const row = own.find(({ term }) => term === var1);
  return [row?.variance ?? Number.NaN, asZero(vcov, ours.residual.variance)];
}

function compareEffects(compare: Compare, name: string, ours: MultilevelModel, theirs: SlopeEffects): void {
  for (const [group, { labels, estimate, se }] of Object.entries(theirs)) {
    for (const [place, [term, values]] of Object.entries(estimate).entries()) {
      const own = ours.effects?.find((effects) => effects.group === group && effects.term === term);
      for (const [i, label] of labels.entries()) {
        const at = own?.labels.indexOf(label) ?? -1;
        const which = `${name} ${group} ${label} ${term}`;
        compare('group effect', which, own?.estimate[at] ?? Number.NaN, values[i]);
        compare('group effect, standard error', which, own?.se[at] ?? Number.NaN, se[place][i]);
      }
    }
  }
}

function comparer(list: Comparison[], source: string, tolerance?: number): Compare {
  return (figure, which, ours, theirs) => {
    const own = tolerance ?? allowed(figure, source);
    list.push({ analysis: 'lmm', figure, which, ours, theirs, tolerance: own, source });
  };
}

function named<Row extends { readonly term?: string }>(rows: readonly Row[], term: string): Row {
  const found = rows.find((row) => row.term === term);
  if (!found) throw new Error(`no row ${term}; there are ${rows.map((row) => row.term).join(', ')}`);
  return found;
}

/** Some rows of a table. */
export function rowsWhere(data: Table, keep: (row: number) => boolean): Table {
  const columns = new Map(
    [...data.columns].map(([name, column]) => [
      name,
      column.kind === 'number'
        ? { ...column, values: column.values.filter((_, row) => keep(row)) }
        : { ...column, codes: column.codes.filter((_, row) => keep(row)) },
    ]),
  );
  let rows = 0;
  for (let row = 0; row < data.rows; row++) if (keep(row)) rows++;
  return { rows, columns };
}

const unpacked = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8');
