import type { Text } from './result.ts';

/** A word for how large a figure is, and whose cut-offs make it so. */
export interface VerbalSize {
  /** Fits “een … verschil” and “het verschil is …”; “a … difference”. */
  readonly word: Text;
  /** For a methods section: the source with its cut-offs. */
  readonly convention: string;
}

/** One word from its lower limit up to the next one. */
type Step = readonly [from: number, word: Text];

const NEGLIGIBLE: Text = { nl: 'verwaarloosbaar', en: 'negligible' };
const SMALL: Text = { nl: 'klein', en: 'small' };
const MEDIUM: Text = { nl: 'middelgroot', en: 'medium' };
const LARGE: Text = { nl: 'groot', en: 'large' };

const fourSteps = (small: number, medium: number, large: number): readonly Step[] => [
  [0, NEGLIGIBLE],
  [small, SMALL],
  [medium, MEDIUM],
  [large, LARGE],
];

/** Of any standardised difference between means, either way; Cohen 1988, §2.2.3. */
export function sizeOfD(d: number): VerbalSize {
  return sized(Math.abs(d), fourSteps(0.2, 0.5, 0.8), 'Cohen 1988: d .20 small, .50 medium, .80 large');
}

/** Of a correlation, either way; Cohen 1988, §3.2.1, repeated in Cohen 1992. */
export function sizeOfR(r: number): VerbalSize {
  return sized(Math.abs(r), fourSteps(0.1, 0.3, 0.5), 'Cohen 1992: r .10 small, .30 medium, .50 large');
}

/** Of (partial) eta squared: f of .10, .25 and .40 in Cohen 1988, §8.2.3, as shares of variance. */
export function sizeOfEtaSquared(eta2: number): VerbalSize {
  return sized(eta2, fourSteps(0.01, 0.06, 0.14), 'Cohen 1988: η² .01 small, .06 medium, .14 large');
}

/** Of generalised eta squared: Bakeman 2005, p. 383, takes Cohen's cut-offs for R². */
export function sizeOfGeneralisedEtaSquared(ges: number): VerbalSize {
  return sized(ges, fourSteps(0.02, 0.13, 0.26), 'Bakeman 2005: ges .02 small, .13 medium, .26 large');
}

/** Of f² = R²/(1 − R²) of a regression; Cohen 1988, §9.2.1. */
export function sizeOfF2(f2: number): VerbalSize {
  return sized(f2, fourSteps(0.02, 0.15, 0.35), 'Cohen 1988: f² .02 small, .15 medium, .35 large');
}

/** Of the R² of a regression: the same cut-offs as for f², as shares of variance. */
export function sizeOfR2(r2: number): VerbalSize {
  return sized(r2, fourSteps(0.02, 0.13, 0.26), 'Cohen 1988: R² .02 small, .13 medium, .26 large');
}

/** Of kappa, and of other measures of agreement beyond chance; Landis & Koch 1977, p. 165. */
export function agreementSize(kappa: number): VerbalSize {
  const steps: readonly Step[] = [
    [Number.NEGATIVE_INFINITY, { nl: 'slecht', en: 'poor' }],
    [0, { nl: 'gering', en: 'slight' }],
    [0.21, { nl: 'matig', en: 'fair' }],
    [0.41, { nl: 'redelijk', en: 'moderate' }],
    [0.61, { nl: 'aanzienlijk', en: 'substantial' }],
    [0.81, { nl: 'bijna volledig', en: 'almost perfect' }],
  ];
  const convention = 'Landis & Koch 1977: .21 fair, .41 moderate, .61 substantial, .81 almost perfect';
  // Their printed ranges (.00–.20, .21–.40) are in hundredths: .20 is still slight, and .201 is rounded.
  return sized(Math.round(kappa * 100) / 100, steps, convention);
}

/** Of an intraclass correlation between raters; Koo & Li 2016, Journal of Chiropractic Medicine 15, p. 161. */
export function raterReliabilitySize(icc: number): VerbalSize {
  const steps: readonly Step[] = [
    [Number.NEGATIVE_INFINITY, { nl: 'slecht', en: 'poor' }],
    [0.5, { nl: 'matig', en: 'moderate' }],
    [0.75, { nl: 'goed', en: 'good' }],
    [0.9, { nl: 'uitstekend', en: 'excellent' }],
  ];
  return sized(icc, steps, 'Koo & Li 2016: .50 moderate, .75 good, .90 excellent');
}

/**
 * Of alpha or omega of a scale that compares groups, as schools are; the cut-offs for decisions about one person are
 * higher (Evers, Lucassen, Meijer & Sijtsma 2010, COTAN beoordelingssysteem).
 */
export function alphaSize(alpha: number): VerbalSize {
  const steps: readonly Step[] = [
    [Number.NEGATIVE_INFINITY, { nl: 'onvoldoende', en: 'insufficient' }],
    [0.6, { nl: 'voldoende', en: 'sufficient' }],
    [0.7, { nl: 'goed', en: 'good' }],
  ];
  return sized(alpha, steps, 'COTAN 2010, research on groups: .60 sufficient, .70 good');
}

function sized(value: number, steps: readonly Step[], convention: string): VerbalSize {
  if (Number.isNaN(value)) throw new RangeError('the size of NaN has no word');
  const step = steps.findLast(([from]) => value >= from) ?? steps[0];
  return { word: step[1], convention };
}
