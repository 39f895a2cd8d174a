/** Whether the residuals and groups look as the model supposes: bell-shaped, and everywhere as wide. */
import type { Warning } from '../result.ts';
import { crossDeviation, mean } from '../sums.ts';
import { percent, say } from '../words.ts';
import type { Residuals } from './effects.ts';

export interface Diagnostics {
  /** 0 for a bell shape. */
  readonly skewness: number;
  /** 0 for a bell shape, positive with heavier tails. */
  readonly excessKurtosis: number;
  /** In standard deviations. */
  readonly largest: number;
  /** Share of rows farther than 2 and 3 standard deviations from what the model expects; 4.6% and 0.3% in a bell. */
  readonly beyond2: number;
  readonly beyond3: number;
  /** Correlation of the size of the residuals with the fitted values: 0 when they are everywhere as wide. */
  readonly spread: number | null;
  /** Groups whose effect is more than 3 standard deviations from the middle. */
  readonly outlying: readonly { readonly group: string; readonly term: string; readonly label: string }[];
}

/** Effects of one kind, and the standard deviation that the model estimates for them. */
export interface EffectsOfKind {
  readonly group: string;
  readonly term: string;
  readonly labels: readonly string[];
  readonly estimates: Float64Array;
  readonly sd: number;
}

export function diagnose(
  { fitted, standardised }: Residuals,
  effects: readonly EffectsOfKind[],
): Diagnostics {
  const n = standardised.length;
  const centre = mean(standardised);
  let second = 0;
  let third = 0;
  let fourth = 0;
  let largest = 0;
  let beyond2 = 0;
  let beyond3 = 0;
  for (const value of standardised) {
    const apart = value - centre;
    const square = apart * apart;
    second += square;
    third += square * apart;
    fourth += square * square;
    const size = Math.abs(value);
    largest = Math.max(largest, size);
    if (size > 2) beyond2++;
    if (size > 3) beyond3++;
  }
  second /= n;
  const outlying = effects.flatMap(({ group, term, labels, estimates, sd }) =>
    sd === 0
      ? []
      : labels.filter((_, i) => Math.abs(estimates[i]) > 3 * sd).map((label) => ({ group, term, label })),
  );
  return {
    skewness: third / n / second ** 1.5,
    excessKurtosis: fourth / n / second ** 2 - 3,
    largest,
    beyond2: beyond2 / n,
    beyond3: beyond3 / n,
    spread: correlation(standardised.map(Math.abs), fitted),
    outlying,
  };
}

function correlation(a: Float64Array, b: Float64Array): number | null {
  const spread = Math.sqrt(crossDeviation(a, a) * crossDeviation(b, b));
  return spread > 0 ? crossDeviation(a, b) / spread : null;
}

/** From which point an assumption is called broken; README.md rule 12. */
const LIMITS = { skewness: 1, excessKurtosis: 2, beyond3: 0.01, spread: 0.3, outlying: 0.01 };

/** @param groups how many there are of each kind. */
export function diagnosticWarnings(
  found: Diagnostics,
  groups: Readonly<Record<string, number>>,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const { skewness, excessKurtosis, beyond3, spread } = found;
  const outlying = [...Map.groupBy(found.outlying, ({ group }) => group)].flatMap(([group, list]) =>
    list.length > LIMITS.outlying * groups[group] ? list : [],
  );
  if (Math.abs(skewness) > LIMITS.skewness || excessKurtosis > LIMITS.excessKurtosis) {
    const shape = (language: 'nl' | 'en'): string =>
      `${say(skewness, language)}; ${say(excessKurtosis, language)}`;
    warnings.push({
      code: 'residuals-not-normal',
      text: {
        nl: `De afwijkingen van het model zijn niet klokvormig (scheefheid en gepiektheid ${shape('nl')}). Intervallen en p-waarden zijn dan minder precies, vooral bij weinig groepen.`,
        en: `What the model leaves is not bell-shaped (skewness and excess kurtosis ${shape('en')}). Intervals and p-values are then less exact, above all with few groups.`,
      },
    });
  }
  if (beyond3 > LIMITS.beyond3) {
    warnings.push({
      code: 'outlying-rows',
      text: {
        nl: `${percent(beyond3, 'nl', 1)} van de rijen ligt meer dan 3 standaardafwijkingen van wat het model verwacht; 0,3% is gewoon. Bekijk die rijen.`,
        en: `${percent(beyond3, 'en', 1)} of the rows are more than 3 standard deviations from what the model expects; 0.3% is usual. Look at those rows.`,
      },
    });
  }
  if (spread !== null && Math.abs(spread) > LIMITS.spread) {
    warnings.push({
      code: 'uneven-spread',
      text: {
        nl: `De afwijkingen zijn niet overal even groot: hun grootte hangt samen met de verwachte waarde (r = ${say(spread, 'nl')}).`,
        en: `What the model leaves is not equally large everywhere: its size goes with the expected value (r = ${say(spread, 'en')}).`,
      },
    });
  }
  if (outlying.length > 0) {
    const list = outlying
      .slice(0, 5)
      .map(({ group, label }) => `${group} ${label}`)
      .join(', ');
    warnings.push({
      code: 'outlying-groups',
      text: {
        nl: `${outlying.length === 1 ? 'Eén groep wijkt' : `${outlying.length} groepen wijken`} opvallend af (meer dan 3 standaardafwijkingen): ${list}.`,
        en: `${outlying.length === 1 ? 'One group stands' : `${outlying.length} groups stand`} out (more than 3 standard deviations): ${list}.`,
      },
    });
  }
  return warnings;
}
