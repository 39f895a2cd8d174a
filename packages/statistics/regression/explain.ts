import { sizeOfR2 } from '../effect-size.ts';
import type { Language, Text } from '../result.ts';
import {
  association,
  by,
  cases,
  caution,
  chance,
  count,
  decimalsFor,
  HIGHER,
  list,
  only,
  paragraph,
  percent,
  RELATION,
  ranging,
} from '../words.ts';
import type { Coefficient, RegressionResult } from './linear.ts';
import type { StepwiseResult } from './stepwise.ts';

/** How much is explained, how sure that is, and what is strongest. */
export function explainRegression(result: RegressionResult, language: Language): string {
  const { outcome, r2, n, p, coefficients, terms, warnings } = result;
  const size = sizeOfR2(r2).word[language];
  const [share, number] = [percent(r2, language), cases(n)[language]];
  const names = list(
    terms.filter(({ term }) => !term.includes(':')).map(({ term }) => term),
    language,
  );
  const few = warnings.some(({ code }) => code === 'few-cases');
  const strongest = coefficients
    .slice(1)
    .reduce((most, one) => (Math.abs(one.standardised ?? 0) > Math.abs(most.standardised ?? 0) ? one : most));
  return paragraph([
    language === 'nl'
      ? `Van de verschillen in ${outcome} hangt ${share} samen met ${names} (${number}): een ${size} verband.`
      : `Of the differences in ${outcome}, ${share} goes with ${names} (${number}): a ${size} relation.`,
    chance(p, RELATION, language),
    slope(strongest, result, language),
    caution(association(few ? only(cases(n)) : undefined), language),
  ]);
}

/** The largest standardised coefficient, in the units of the data. */
function slope(coefficient: Coefficient, { outcome, terms }: RegressionResult, language: Language): string {
  const { estimate, ci, se } = coefficient;
  const decimals = decimalsFor(se);
  const much = by(estimate, HIGHER, language, decimals);
  const sure = ranging(ci, HIGHER, language, decimals);
  const { name, level, both } = readingOf(coefficient.term, terms, language);
  const open = ci[0] <= 0 && ci[1] >= 0;
  const single = terms.length === 1;
  const condition = both === undefined && isCrossed(name, terms) ? CROSSED : OTHERS_EQUAL;
  if (language === 'nl') {
    const tail = `${single ? '' : condition.nl} (waarschijnlijk ${sure}${open ? ', dus niet duidelijk' : ''})`;
    if (both) return `Het sterkst is de combinatie van ${both}: ${much} dan de losse delen samen${tail}.`;
    const start = single ? '' : `Het sterkst is ${name}: `;
    const where = level ? `bij ${name} ${level}` : `per stap van 1 in ${name}`;
    const than = level ? ' dan in de groep waarmee is vergeleken' : '';
    return capital(`${start}${where} is ${outcome} ${much}${than}${tail}.`);
  }
  const tail = `${single ? '' : condition.en} (probably ${sure}${open ? ', so not clear' : ''})`;
  if (both) return `Strongest is the combination of ${both}: ${much} than the parts added up${tail}.`;
  const start = single ? '' : `Strongest is ${name}: `;
  const where = level ? `for ${name} ${level}` : `per step of 1 in ${name}`;
  const than = level ? ' than in the group compared with' : '';
  return capital(`${start}${where}, ${outcome} is ${much}${than}${tail}.`);
}

const OTHERS_EQUAL: Text = { nl: ' als de rest gelijk is', en: ', other things being equal' };

/** A coefficient with an interaction beside it holds at one place only. */
const CROSSED: Text = {
  nl: ', maar alleen waar de voorspeller waarmee een combinatie in het model zit 0 of de vergelijkingsgroep is',
  en: ', but only where the predictor that it is combined with in the model is 0 or the reference group',
};

const isCrossed = (name: string, terms: RegressionResult['terms']): boolean =>
  terms.some(({ term }) => term.includes(':') && term.split(':').includes(name));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Reading {
  readonly name: string;
  /** Of a category. */
  readonly level?: string;
  /** Of an interaction. */
  readonly both?: string;
}

/** `sectorvo` is level vo of sector, `time` a number, `sectorvo:time` both. */
function readingOf(printed: string, terms: RegressionResult['terms'], language: Language): Reading {
  if (printed.includes(':')) return { name: printed, both: list(printed.split(':'), language) };
  const own = terms
    .filter(({ term }) => printed.startsWith(term))
    .reduce((longest, { term }) => (term.length > longest.length ? term : longest), '');
  return own === '' || own === printed ? { name: printed } : { name: own, level: printed.slice(own.length) };
}

export function explainStepwise(result: StepwiseResult, language: Language): string {
  const { final, candidates, outcome, n } = result;
  const number = cases(n)[language];
  const of = count(candidates.length, language);
  if (!final) {
    return language === 'nl'
      ? `Geen van de ${of} kandidaten hangt duidelijk genoeg samen met ${outcome} (${number}). Dat betekent niet dat er geen samenhang is.`
      : `None of the ${of} candidates is related to ${outcome} clearly enough (${number}). That does not mean that there is no relation.`;
  }
  const share = percent(final.r2, language);
  const chosen = list(
    final.coefficients
      .slice(1)
      .map(({ term, estimate }) => `${term} (${SIGNS[language](estimate, outcome)})`),
    language,
  );
  const one = final.terms.length === 1;
  return paragraph([
    language === 'nl'
      ? `Van de ${of} kandidaten ${one ? 'blijft' : 'blijven'} over: ${chosen}.`
      : `Of ${of} candidates, left in the model: ${chosen}.`,
    language === 'nl'
      ? `Daarmee hangt ${share} van de verschillen in ${outcome} samen (${number}).`
      : `${one ? 'It goes' : 'Together they go'} with ${share} of the differences in ${outcome} (${number}).`,
    caution(EXPLORING, language),
  ]);
}

const SIGNS = {
  nl: (estimate: number, outcome: string): string =>
    `hoe hoger, hoe ${estimate < 0 ? 'lager' : 'hoger'} ${outcome}`,
  en: (estimate: number, outcome: string): string =>
    `the higher, the ${estimate < 0 ? 'lower' : 'higher'} ${outcome}`,
};

const EXPLORING: Text = {
  nl: 'de kandidaten zijn op deze zelfde gegevens uitgezocht, dus dit lijkt sterker dan het is',
  en: 'the candidates were picked on these same data, so this looks stronger than it is',
};
