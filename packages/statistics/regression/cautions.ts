import type { Warning } from '../result.ts';
import type { RegressionDiagnostics } from './diagnostics.ts';

interface Circumstances {
  readonly n: number;
  /** Without the intercept. */
  readonly coefficients: number;
  readonly terms: readonly { readonly term: string; readonly gvifScaled: number }[];
  readonly diagnostics: RegressionDiagnostics;
}

/** Harrell (2015), Regression modeling strategies, §4.4: ten to twenty cases per coefficient. */
const CASES_PER_COEFFICIENT = 10;

/** A variance ten times as large as with unrelated predictors; a habit, not a law (O’Brien 2007, Quality & Quantity, 41, 673–690). */
const MOST_INFLATION = 10;

export function cautions({ n, coefficients, terms, diagnostics }: Circumstances): Warning[] {
  const { breuschPagan, residuals, influential } = diagnostics;
  const warnings: Warning[] = [];
  if (n < CASES_PER_COEFFICIENT * coefficients) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `${n} gevallen zijn weinig voor ${coefficients} coëfficiënten: in een nieuwe groep verklaart dit model waarschijnlijk minder.`,
        en: `${n} cases are few for ${coefficients} coefficients: in a new group this model will probably explain less.`,
      },
    });
  }
  const inflated = terms.filter(({ gvifScaled }) => gvifScaled ** 2 > MOST_INFLATION).map(({ term }) => term);
  if (inflated.length > 0) {
    warnings.push({
      code: 'collinearity',
      text: {
        nl: `Voorspellers die sterk samenhangen met de andere: ${inflated.join(', ')}. Hun eigen bijdrage is niet goed te scheiden.`,
        en: `Predictors that hang together strongly with the others: ${inflated.join(', ')}. Their own share cannot be told apart well.`,
      },
    });
  }
  if (breuschPagan.p < 0.05) {
    warnings.push({
      code: 'unequal-spread',
      text: {
        nl: 'De afwijkingen zijn niet overal even groot (Breusch–Pagan): intervallen en p-waarden zijn een benadering.',
        en: 'The deviations are not equally large everywhere (Breusch–Pagan): intervals and p-values are approximate.',
      },
    });
  }
  if (Math.abs(residuals.skewness ?? 0) > 1) {
    warnings.push({
      code: 'skewed-residuals',
      text: {
        nl: 'De afwijkingen zijn scheef verdeeld: bij weinig gevallen zijn intervallen en p-waarden dan minder betrouwbaar.',
        en: 'The deviations are skewed: with few cases, intervals and p-values are then less reliable.',
      },
    });
  }
  if ((influential.cases[0]?.cook ?? 0) > 1) {
    warnings.push({
      code: 'influential-case',
      text: {
        nl: `De gegevensrij met nummer ${influential.cases[0].row} bepaalt de uitkomst in haar eentje (Cooks afstand boven 1): kijk of ze klopt.`,
        en: `Row ${influential.cases[0].row} of the data decides the outcome on its own (Cook’s distance above 1): check it.`,
      },
    });
  }
  return warnings;
}
