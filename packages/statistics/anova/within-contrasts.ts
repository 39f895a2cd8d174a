import { type Contrast, type Estimate, family } from './contrasts.ts';
import type { Design } from './effects.ts';
import { type Hypothesis, hypothesis, type SumsOfSquares } from './hypotheses.ts';
import { pairsOf } from './post-hoc.ts';
import { helmert, quadratic } from './rotation.ts';

/** Pairs, steps and trend of the within levels. With two levels there is one pair and nothing more. */
export function withinContrasts(design: Design, type: SumsOfSquares, level: number): Contrast[] {
  const { levels, cells, withinName } = design;
  const k = levels.length;
  const estimate = estimator(design, hypothesis(cells, [], type));
  const compare = ([from, to]: readonly [number, number]): Estimate => {
    const weights = Array.from({ length: k }, (_, place) => Number(place === to) - Number(place === from));
    return estimate(`${levels[to]} - ${levels[from]}`, weights, [from, to]);
  };
  const places = levels.map((_, place) => place);
  const tested = (kind: Contrast['family'], estimates: readonly Estimate[]): Contrast[] =>
    family(kind, withinName, cells.errorDf, level, estimates);
  const pairwise = tested('pairwise', pairsOf(places).map(compare));
  if (k === 2) return pairwise;
  const steps = places.slice(1).map((to) => compare([to - 1, to]));
  const trend = [estimate('linear', slope(k)), estimate('quadratic', bend(k))];
  return [...pairwise, ...tested('consecutive', steps), ...tested('trend', trend)];
}

/** Estimates contrasts of the within levels: of the mean over groups (type III) or over cases (type II). */
function estimator(
  { statistics, error, cells, variances }: Design,
  mean: Hypothesis,
): (name: string, weights: readonly number[], pair?: readonly [number, number]) => Estimate {
  const centres = statistics.means.slice(1).map((means) => mean.coefficients(means)[0]);
  return (contrast, weights, pair) => {
    const along = helmert(weights);
    const value = centres.reduce((total, centre, j) => total + centre * along[j], 0);
    const sd = Math.sqrt(quadratic(error, along) / cells.errorDf);
    return {
      contrast,
      estimate: value,
      se: sd * Math.sqrt(mean.covariance.values[0]),
      d_z: pair && sd > 0 ? value / sd : null,
      d_av: pair ? overNonzero(value, Math.sqrt((variances[pair[0]] + variances[pair[1]]) / 2)) : null,
    };
  };
}

const overNonzero = (value: number, by: number): number | null => (by > 0 ? value / by : null);

/** Weights whose contrast is the change per level of the least-squares line. */
function slope(k: number): number[] {
  return scaled(Array.from({ length: k }, (_, level) => level - (k - 1) / 2));
}

/** Weights whose contrast is the quadratic coefficient of the least-squares parabola. */
function bend(k: number): number[] {
  return scaled(Array.from({ length: k }, (_, level) => (level - (k - 1) / 2) ** 2 - (k * k - 1) / 12));
}

function scaled(weights: readonly number[]): number[] {
  const square = weights.reduce((total, weight) => total + weight * weight, 0);
  return weights.map((weight) => weight / square);
}
