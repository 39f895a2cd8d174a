import { sizeOfR2 } from '../effect-size.ts';
import type { Language } from '../result.ts';
import { between, chance, count, percent, RELATION, say } from '../words.ts';
import type { Coefficient, RegressionResult } from './linear.ts';
import type { StepwiseResult } from './stepwise.ts';

export function explainRegression(result: RegressionResult, language: Language): string {
  const { outcome, r2, adjustedR2, n, p, coefficients, df1 } = result;
  const size = sizeOfR2(r2).word[language];
  const corrected = percent(Math.max(0, adjustedR2), language);
  const first =
    language === 'nl'
      ? `${df1 === 1 ? 'De voorspeller verklaart' : 'De voorspellers verklaren samen'} ${percent(r2, 'nl')} van de verschillen in ${outcome} (${corrected} na correctie voor hun aantal; ${count(n, 'nl')} gevallen): dat verband is ${size}.`
      : `${df1 === 1 ? 'The predictor explains' : 'The predictors together explain'} ${percent(r2, 'en')} of the differences in ${outcome} (${corrected} after correcting for their number; ${count(n, 'en')} cases): that relation is ${size}.`;
  const strongest = coefficients
    .slice(1)
    .reduce((most, one) => (Math.abs(one.standardised ?? 0) > Math.abs(most.standardised ?? 0) ? one : most));
  return [first, chance(p, RELATION, language), slope(strongest, result, language), NO_CAUSE[language]].join(
    ' ',
  );
}

/** The largest standardised coefficient, in the units of the data. */
function slope(
  { term, estimate, ci, standardised }: Coefficient,
  { outcome, df1 }: RegressionResult,
  language: Language,
): string {
  const decimals = Math.abs(estimate) < 0.1 ? 3 : 2;
  const by = say(Math.abs(estimate), language, decimals);
  const range = between(ci, language, decimals);
  const beta = say(standardised ?? 0, language);
  const unsure = ci[0] <= 0 && ci[1] >= 0 ? NOTHING_TOO[language] : '';
  if (language === 'nl') {
    const others = df1 > 1 ? ', als de andere voorspellers gelijk zijn,' : '';
    return `Het sterkst is ${term}: bij 1 hoger${others} hoort een ${outcome} die ${by} ${estimate < 0 ? 'lager' : 'hoger'} is (de helling ligt waarschijnlijk ${range}${unsure}; gestandaardiseerd ${beta}).`;
  }
  const others = df1 > 1 ? ', with the other predictors equal,' : '';
  return `Strongest is ${term}: 1 higher${others} goes with ${outcome} being ${by} ${estimate < 0 ? 'lower' : 'higher'} (the slope probably lies ${range}${unsure}; standardised ${beta}).`;
}

const NOTHING_TOO = { nl: ', dus misschien is er niets', en: ', so it may be nothing' };

const NO_CAUSE = {
  nl: 'Dat ze samengaan, zegt nog niet dat het een door het ander komt.',
  en: 'That they go together does not yet say that one comes from the other.',
};

export function explainStepwise(result: StepwiseResult, language: Language): string {
  const { final, candidates, outcome, n } = result;
  const chosen = final?.terms.map(({ term }) => term).join(', ');
  const caution =
    language === 'nl'
      ? 'Omdat de voorspellers op deze zelfde gegevens zijn uitgezocht, lijkt dit sterker dan het is: lees het als verkenning.'
      : 'Because the predictors were picked on these same data, this looks stronger than it is: read it as exploring.';
  if (!final || chosen === undefined) {
    return language === 'nl'
      ? `Geen van de ${count(candidates.length, 'nl')} kandidaten hangt duidelijk genoeg samen met ${outcome} (${count(n, 'nl')} gevallen). Dat betekent niet dat er geen samenhang is.`
      : `None of the ${count(candidates.length, 'en')} candidates is related to ${outcome} clearly enough (${count(n, 'en')} cases). That does not mean that there is no relation.`;
  }
  return language === 'nl'
    ? `Van de ${count(candidates.length, 'nl')} kandidaten ${final.terms.length === 1 ? 'blijft' : 'blijven'} over: ${chosen}; samen goed voor ${percent(final.r2, 'nl')} van de verschillen in ${outcome} (${count(n, 'nl')} gevallen). ${caution}`
    : `Of ${count(candidates.length, 'en')} candidates, left in the model: ${chosen}; together good for ${percent(final.r2, 'en')} of the differences in ${outcome} (${count(n, 'en')} cases). ${caution}`;
}
