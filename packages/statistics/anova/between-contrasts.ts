import type { Cells } from './cells.ts';
import { type Contrast, type Estimate, family } from './contrasts.ts';
import { hypothesis, type SumsOfSquares, sumToZero } from './hypotheses.ts';
import { pairsOf } from './post-hoc.ts';
import { quadratic } from './rotation.ts';

interface Choices {
  readonly type: SumsOfSquares;
  /** Of the intervals. */
  readonly level: number;
}

/**
 * Every two levels of every between factor, by the model that also tests the factor.
 *
 * @param means of the score in every cell; `variance` is what it has inside the cells.
 * @param size the name of the difference in standard deviations of that score.
 */
export function betweenContrasts(
  cells: Cells,
  means: Float64Array,
  variance: number,
  size: 'd' | 'd_means',
  { type, level }: Choices,
): Contrast[] {
  return cells.factors.flatMap(({ name, levels }, factor) => {
    const { coefficients, covariance } = hypothesis(cells, [factor], type);
    const effects = coefficients(means);
    const estimates = pairsOf(levels.map((_, place) => place)).map(([from, to]): Estimate => {
      const [low, high] = [sumToZero(from, levels.length), sumToZero(to, levels.length)];
      const weights = Float64Array.from(high, (value, j) => value - low[j]);
      const estimate = effects.reduce((total, effect, j) => total + effect * weights[j], 0);
      return {
        contrast: `${levels[to]} - ${levels[from]}`,
        estimate,
        se: Math.sqrt(variance * quadratic(covariance, weights)),
        [size]: estimate / Math.sqrt(variance),
      };
    });
    return family('between', name, cells.errorDf, level, estimates);
  });
}
