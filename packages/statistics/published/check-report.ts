import { ENGINE, type Result, type Text } from '../result.ts';
import { type Figure, type PublishedFigure, readFigure } from './figure.ts';
import { type Finding, finding, type Rule, type Verdict } from './finding.ts';
import {
  coefficientInInterval,
  contrastsOfFactor,
  plausibleStandardised,
  rangeOfRSquared,
  rSquaredFromF,
  textAgainstTable,
  tOfInterval,
} from './rules/coefficients.ts';
import { triangleOfContrasts } from './rules/contrasts.ts';
import { completeCases, countsAgainstSums, equations, meanPerUnit, remainder } from './rules/counts.ts';
import { dfFromSizes, dfOfRepeatedMeasures, nFromDf } from './rules/degrees-of-freedom.ts';
import {
  intervalOfR,
  label,
  rSquaredLikeIcc,
  sameQuantity,
  sharesOfVariance,
  tOfEffectSize,
} from './rules/effect-sizes.ts';
import { commonWeighting, grim, meanOfGroups, rowMean, withinRange } from './rules/means.ts';
import { impliedByP, pFromStatistic } from './rules/p-value.ts';
import { addUpToHundred, countsAddUp, granularity, percentageOfCount } from './rules/percentages.ts';

const RULES: readonly Rule[] = [
  pFromStatistic,
  impliedByP,
  dfFromSizes,
  nFromDf,
  dfOfRepeatedMeasures,
  textAgainstTable,
  coefficientInInterval,
  tOfInterval,
  plausibleStandardised,
  contrastsOfFactor,
  rSquaredFromF,
  rangeOfRSquared,
  label,
  tOfEffectSize,
  intervalOfR,
  sharesOfVariance,
  sameQuantity,
  rSquaredLikeIcc,
  triangleOfContrasts,
  equations,
  countsAgainstSums,
  remainder,
  completeCases,
  meanPerUnit,
  percentageOfCount,
  granularity,
  addUpToHundred,
  countsAddUp,
  rowMean,
  meanOfGroups,
  withinRange,
  grim,
  commonWeighting,
];

export interface ReportCheck extends Result {
  readonly analysis: 'check-report';
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

const METHOD: Text = {
  nl: 'Gepubliceerde cijfers nagerekend: p uit toetswaarde en vrijheidsgraden (statcheck), aantallen en percentages (GRIM), en wat elkaar tegenspreekt',
  en: 'Published figures recomputed: p from statistic and degrees of freedom (statcheck), counts and percentages (GRIM), and what contradicts itself',
};

/**
 * Checks the figures that a paper prints against each other. Nothing but the columns is known: what takes another part
 * of the text, or the data, is said to be not checkable.
 *
 * @param figures one row per printed test or figure, cells as printed; README.md describes what each may hold.
 * @returns findings in the order of the rows; n is the number of rows.
 *
 * Nuijten, Hartgerink, Van Assen, Epskamp & Wicherts (2016), Behavior Research Methods 48, 1205–1226.
 * Brown & Heathers (2017), Social Psychological and Personality Science 8, 363–369.
 */
export function checkReport(figures: readonly PublishedFigure[]): ReportCheck {
  const all = figures.map(readFigure);
  const findings = all.flatMap((figure) => {
    const found = RULES.flatMap((rule) => rule(figure, all));
    return found.length > 0 ? found : [notCheckable(figure)];
  });
  return {
    analysis: 'check-report',
    method: METHOD,
    engine: ENGINE,
    n: figures.length,
    dropped: [],
    warnings: [],
    findings,
    counts: countsOf(findings),
  };
}

function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    match: 0,
    'match-by-rounding': 0,
    'rounded-up': 0,
    truncated: 0,
    mismatch: 0,
    note: 0,
    'not-checkable': 0,
  };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

function notCheckable(figure: Figure): Finding {
  return finding(figure, 'none', {
    reported: figure.text || figure.p?.text || '',
    computed: null,
    verdict: 'not-checkable',
    detail: reason(figure),
  });
}

function reason(figure: Figure): Text {
  if (figure.kind === 'text') {
    return {
      nl: 'Hier spreken zinnen elkaar tegen, geen cijfers: dat is een oordeel voor een lezer.',
      en: 'Sentences contradict each other here, not figures: that is for a reader to judge.',
    };
  }
  if (figure.p && !figure.statistic) {
    return {
      nl: 'Er is alleen een p: zonder toetswaarde en vrijheidsgraden is er niets na te rekenen.',
      en: 'There is only a p: without a statistic and degrees of freedom there is nothing to recompute.',
    };
  }
  if (figure.kind === 'icc' || figure.kind === 'r2') {
    return {
      nl: 'Een aandeel van de variantie staat hier alleen: de varianties of de F-toets horen erbij.',
      en: 'A share of variance stands alone here: its variances or its F test are needed.',
    };
  }
  if (figure.kind === 'counts') {
    return {
      nl: 'Aantallen zonder verband ertussen: schrijf het als som (47+67=114).',
      en: 'Counts without a relation between them: write it as a sum (47+67=114).',
    };
  }
  return {
    nl: 'De kolommen hebben niets om dit cijfer aan te toetsen; het vraagt een ander deel van de tekst of de gegevens.',
    en: 'The columns hold nothing to check this figure against; it takes another part of the text, or the data.',
  };
}
