import { noncentralityInterval } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, StatisticsError, type Warning } from '../result.ts';
import { covariance } from '../sums.ts';
import { type EffectSize, effectVerbalSize, rEffect, scaled, withCorrections } from './effects.ts';
import {
  checkSpread,
  type GroupSummary,
  groupSummary,
  missing,
  type Scores,
  skewed,
  smallGroup,
  type TTestOptions,
} from './samples.ts';
import { type PairedTResult, tFigures } from './t-test.ts';

export interface PairedTOptions extends TTestOptions {
  /** How the two measurements are called; default “first” and “second”. */
  readonly names?: readonly [first: string, second: string];
}

/**
 * The paired t-test: two scores of every case, second minus first (Student 1908). Cases that lack one of the two scores
 * are left out. Which effect size is which: Lakens 2013, Frontiers in Psychology 4:863; Morris & DeShon 2002,
 * Psychological Methods 7, 105–125.
 *
 * @throws StatisticsError `unequal-columns`, `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function pairedT(first: Scores, second: Scores, options: PairedTOptions = {}): PairedTResult {
  const level = levelOf(options);
  const { names = ['first', 'second'] } = options;
  const pairs = completePairs(first, second);
  const groups = [groupSummary(pairs.first, names[0]), groupSummary(pairs.second, names[1])] as const;
  const differences = pairs.second.map((score, place) => score - pairs.first[place]);
  const change = groupSummary(differences, `${names[1]} − ${names[0]}`);
  const what = { nl: 'De verschillen', en: 'The differences' };
  const se = change.sd / Math.sqrt(change.n);
  checkSpread(se, Math.max(...groups.map(({ mean }) => Math.abs(mean))), what);
  const figures = tFigures(change.mean, se, change.n - 1, level);
  const [{ sd: sd1 }, { sd: sd2 }] = groups;
  const correlation = sd1 > 0 && sd2 > 0 ? covariance(pairs.first, pairs.second) / sd1 / sd2 : null;
  // Steiger & Fouladi 1997; Cumming & Finch 2001, Educational and Psychological Measurement 61, 532–574.
  const noncentrality = noncentralityInterval(figures.t, figures.df, level);
  const effects = [
    ...changeEffects(change, noncentrality),
    ...scoreEffects(change, groups, noncentrality),
    rEffect(figures.t, figures.df),
  ];
  const left = first.length - change.n;
  return {
    analysis: 't-test',
    kind: 'paired',
    method: { nl: 't-toets voor paren, tweezijdig', en: 'paired t-test, two-sided' },
    engine: ENGINE,
    n: change.n,
    dropped: missing(left, {
      nl: 'een van de twee scores ontbreekt',
      en: 'one of the two scores is missing',
    }),
    groups,
    ...figures,
    correlation,
    sdDifference: change.sd,
    effects,
    size: effectVerbalSize(effects, 'd_av'),
    warnings: [...smallGroup([change]), ...manyMissing(left, first.length), ...skewed(differences, what)],
  };
}

function completePairs(first: Scores, second: Scores): { first: Float64Array; second: Float64Array } {
  if (first.length !== second.length) {
    throw new StatisticsError('unequal-columns', {
      nl: `De eerste meting heeft ${first.length} waarden en de tweede ${second.length}. Elke rij moet van één geval zijn.`,
      en: `The first measurement has ${first.length} values and the second ${second.length}. Every row must be one case.`,
    });
  }
  const [a, b] = [first, second].map((scores) => Float64Array.from(scores, (score) => score ?? Number.NaN));
  const complete = (_: number, place: number) => !Number.isNaN(a[place]) && !Number.isNaN(b[place]);
  return { first: a.filter(complete), second: b.filter(complete) };
}

/** In units of the spread of the change: how alike the cases changed, not how large the change is. */
function changeEffects(change: GroupSummary, noncentrality: Interval): EffectSize[] {
  const dz: EffectSize = {
    name: 'd_z',
    estimate: change.mean / change.sd,
    ci: scaled(noncentrality, 1 / Math.sqrt(change.n)),
    definition: {
      nl: 'gemiddeld verschil gedeeld door de standaardafwijking van de verschillen; interval exact, door de niet-centrale t-verdeling',
      en: 'mean difference divided by the standard deviation of the differences; interval exact, by the noncentral t distribution',
    },
  };
  return withCorrections(dz, change.n - 1, ['g_z', 'g_z_approximate']);
}

/** In units of the spread of the scores: how large the change is, and comparable with other studies. */
function scoreEffects(
  change: GroupSummary,
  [first, second]: readonly [GroupSummary, GroupSummary],
  noncentrality: Interval,
): EffectSize[] {
  const effects: EffectSize[] = [];
  const rms = Math.sqrt((first.sd ** 2 + second.sd ** 2) / 2);
  if (rms > 0) {
    effects.push(
      {
        name: 'd_av',
        estimate: change.mean / rms,
        // Algina & Keselman 2003, Educational and Psychological Measurement 63, 537–553.
        ci: scaled(noncentrality, change.sd / rms / Math.sqrt(change.n)),
        definition: {
          nl: 'gemiddeld verschil gedeeld door de wortel uit het gemiddelde van de twee varianties; interval bij benadering (Algina & Keselman 2003)',
          en: 'mean difference divided by the root of the mean of the two variances; interval approximate (Algina & Keselman 2003)',
        },
      },
      {
        name: 'd_av_mean_sd',
        estimate: change.mean / ((first.sd + second.sd) / 2),
        ci: null,
        definition: {
          nl: 'gemiddeld verschil gedeeld door het gemiddelde van de twee standaardafwijkingen',
          en: 'mean difference divided by the mean of the two standard deviations',
        },
      },
    );
  }
  // 2(1 − r), from the variances themselves, which keep their digits where r is nearly 1.
  if (first.sd > 0 && second.sd > 0) {
    const unlike = (change.sd ** 2 - (first.sd - second.sd) ** 2) / (first.sd * second.sd);
    effects.push({
      name: 'd_rm',
      estimate: (change.mean / change.sd) * Math.sqrt(Math.max(0, unlike)),
      ci: null,
      definition: {
        nl: 'd_z maal de wortel uit 2(1 − r): gecorrigeerd voor de samenhang van de metingen',
        en: 'd_z times the root of 2(1 − r): corrected for the correlation of the measurements',
      },
    });
  }
  if (first.sd > 0) {
    effects.push({
      name: 'glass_delta',
      estimate: change.mean / first.sd,
      ci: null,
      definition: {
        nl: 'gemiddeld verschil gedeeld door de standaardafwijking van de eerste meting',
        en: 'mean difference divided by the standard deviation of the first measurement',
      },
    });
  }
  return effects;
}

function manyMissing(left: number, of: number): Warning[] {
  if (left <= of / 10) return [];
  return [
    {
      code: 'missing-pairs',
      text: {
        nl: `Bij ${left} van de ${of} gevallen ontbreekt een meting. De uitkomst geldt voor wie beide keren meededen; zij kunnen anders zijn dan de rest.`,
        en: `${left} of the ${of} cases lack a measurement. The outcome holds for those who took part both times; they may differ from the rest.`,
      },
    },
  ];
}
