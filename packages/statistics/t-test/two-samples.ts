import { noncentralityInterval } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Text, type Warning } from '../result.ts';
import {
  bonettInterval,
  type EffectSize,
  effectVerbalSize,
  rEffect,
  scaled,
  withCorrections,
} from './effects.ts';
import {
  checkSpread,
  type GroupSummary,
  groupSummary,
  missing,
  present,
  type Scores,
  skewed,
  smallGroup,
  type TTestOptions,
} from './samples.ts';
import { type TwoSampleTResult, tFigures } from './t-test.ts';

export interface TwoSampleTOptions extends TTestOptions {
  /** How the two groups are called; default “1” and “2”. */
  readonly names?: readonly [first: string, second: string];
}

type Groups = readonly [GroupSummary, GroupSummary];

/**
 * Student's t-test of two independent groups, second minus first, with one spread for both (Student 1908; Fisher 1925).
 * Where the spreads differ, and the group sizes too, its p is wrong: use `welchT`.
 *
 * @throws StatisticsError `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function independentT(
  first: Scores,
  second: Scores,
  options: TwoSampleTOptions = {},
): TwoSampleTResult {
  const level = levelOf(options);
  const samples = samplesOf(first, second, options);
  const [a, b] = samples.groups;
  const df = a.n + b.n - 2;
  const pooled = pooledSd(samples.groups);
  const width = Math.sqrt(1 / a.n + 1 / b.n);
  checkGroupSpread(pooled * width, samples.groups);
  const figures = tFigures(b.mean - a.mean, pooled * width, df, level);
  const d: EffectSize = {
    name: 'd',
    estimate: figures.difference / pooled,
    ci: scaled(noncentralityInterval(figures.t, df, level), width),
    definition: {
      nl: 'verschil gedeeld door de gezamenlijke standaardafwijking (Cohens d); interval exact, door de niet-centrale t-verdeling',
      en: 'difference divided by the pooled standard deviation (Cohen’s d); interval exact, by the noncentral t distribution',
    },
  };
  const effects = [
    ...withCorrections(d, df, ['g', 'g_approximate']),
    ...ownSpreads(figures.difference, samples.groups, level),
    rEffect(figures.t, df),
  ];
  return {
    ...shared(samples, first.length + second.length),
    kind: 'independent',
    method: {
      nl: 't-toets voor twee onafhankelijke groepen (Student, gelijke varianties), tweezijdig',
      en: 'independent-samples t-test (Student, equal variances), two-sided',
    },
    ...figures,
    effects,
    size: effectVerbalSize(effects, 'd'),
    warnings: [...samples.warnings, ...unequalSpreads(samples.groups)],
  };
}

/**
 * Welch's t-test of two independent groups, second minus first, each with its own spread (Welch 1947, Biometrika 34,
 * 28–35), with Satterthwaite's degrees of freedom.
 *
 * @throws StatisticsError `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function welchT(first: Scores, second: Scores, options: TwoSampleTOptions = {}): TwoSampleTResult {
  const level = levelOf(options);
  const samples = samplesOf(first, second, options);
  const [a, b] = samples.groups;
  const [va, vb] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n];
  const se = Math.sqrt(va + vb);
  checkGroupSpread(se, samples.groups);
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const figures = tFigures(b.mean - a.mean, se, df, level);
  const effects = [
    ...ownSpreads(figures.difference, samples.groups, level),
    ...withCorrections(pooledD(figures.difference, samples.groups), a.n + b.n - 2, ['g', 'g_approximate']),
  ];
  return {
    ...shared(samples, first.length + second.length),
    kind: 'welch',
    method: {
      nl: 't-toets voor twee onafhankelijke groepen (Welch, ongelijke varianties), tweezijdig',
      en: 'independent-samples t-test (Welch, unequal variances), two-sided',
    },
    ...figures,
    effects,
    size: effectVerbalSize(effects, 'd_av'),
    warnings: samples.warnings,
  };
}

interface Samples {
  readonly groups: Groups;
  readonly warnings: readonly Warning[];
}

function samplesOf(first: Scores, second: Scores, { names = ['1', '2'] }: TwoSampleTOptions): Samples {
  const [a, b] = [present(first), present(second)];
  const groups: Groups = [groupSummary(a, names[0]), groupSummary(b, names[1])];
  const scoresOf = (name: string): Text => ({
    nl: `De scores van ${name}`,
    en: `The scores of ${name}`,
  });
  return {
    groups,
    warnings: [...smallGroup(groups), ...skewed(a, scoresOf(names[0])), ...skewed(b, scoresOf(names[1]))],
  };
}

function shared({ groups }: Samples, given: number) {
  const n = groups[0].n + groups[1].n;
  return {
    analysis: 't-test' as const,
    engine: ENGINE,
    n,
    dropped: missing(given - n, { nl: 'geen score', en: 'no score' }),
    groups,
  };
}

function checkGroupSpread(se: number, groups: Groups): void {
  const size = Math.max(...groups.map(({ mean }) => Math.abs(mean)));
  checkSpread(se, size, { nl: 'De scores binnen elke groep', en: 'The scores within each group' });
}

function pooledSd([a, b]: Groups): number {
  return Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2));
}

/** Beside Welch's test: the figure that other studies report, but without its interval, which supposes equal spreads. */
const pooledD = (difference: number, groups: Groups): EffectSize => ({
  name: 'd',
  estimate: difference / pooledSd(groups),
  ci: null,
  definition: {
    nl: 'verschil gedeeld door de gezamenlijke standaardafwijking (Cohens d); zonder interval, want dat neemt gelijke spreidingen aan',
    en: 'difference divided by the pooled standard deviation (Cohen’s d); without an interval, which would suppose equal spreads',
  },
});

/** Effect sizes that do not suppose one spread for both groups. */
function ownSpreads(difference: number, [a, b]: Groups, level: number): EffectSize[] {
  const average = difference / Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
  const effects: EffectSize[] = [
    {
      name: 'd_av',
      estimate: average,
      ci: bonettInterval(average, [a.sd ** 2, b.sd ** 2], [a.n - 1, b.n - 1], level),
      definition: {
        nl: 'verschil gedeeld door de wortel uit het gemiddelde van de twee varianties; interval bij benadering (Bonett 2008)',
        en: 'difference divided by the root of the mean of the two variances; interval approximate (Bonett 2008)',
      },
    },
  ];
  if (a.sd > 0) {
    effects.push({
      name: 'glass_delta',
      estimate: difference / a.sd,
      ci: null,
      definition: {
        nl: 'verschil gedeeld door de standaardafwijking van de eerste groep',
        en: 'difference divided by the standard deviation of the first group',
      },
    });
  }
  return effects;
}

/** From here on Student's p can be far off when the groups differ in size too. */
const UNEQUAL = 1.5;

function unequalSpreads([a, b]: Groups): Warning[] {
  const [low, high] = a.sd < b.sd ? [a, b] : [b, a];
  if (high.sd <= UNEQUAL * low.sd) return [];
  return [
    {
      code: 'unequal-variances',
      text: {
        nl: `De scores lopen in ${high.name} veel verder uiteen dan in ${low.name}. Gebruik liever de toets van Welch.`,
        en: `The scores spread much wider in ${high.name} than in ${low.name}. Rather use Welch’s test.`,
      },
    },
  ];
}
