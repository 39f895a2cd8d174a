import type { Interval, Language, Text } from './result.ts';

/** Numbers and chances as a teacher reads them. Every `explain` builds its sentences with these. */

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** 3,45 in Dutch, 3.45 in English; a rounded −0 is 0. */
export function say(value: number, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value);
}

/** A whole number with its thousands apart. */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value);
}

/** A share as a whole percentage. */
export function percent(share: number, language: Language, decimals = 0): string {
  return `${say(share * 100, language, decimals)}%`;
}

/** `p = 0,032`, `p < 0,001`; below 0.1 in three decimals, so that 0.053 does not read as 0.05. */
export function sayP(p: number, language: Language): string {
  if (p < 0.001) return `p < ${say(0.001, language, 3)}`;
  return `p = ${say(p, language, p < 0.0995 ? 3 : 2)}`;
}

/** The 95% interval as a reading: “between 0.12 and 0.40”. */
export function between(interval: Interval, language: Language, decimals = 2): string {
  const [low, high] = interval.map((end) => say(end, language, decimals));
  return language === 'nl' ? `tussen ${low} en ${high}` : `between ${low} and ${high}`;
}

/** What is looked for, as it stands in a sentence after "without". */
export const DIFFERENCE: Text = { nl: 'echt verschil', en: 'a real difference' };
export const CHANGE: Text = { nl: 'echte verandering', en: 'a real change' };
export const RELATION: Text = { nl: 'echte samenhang', en: 'a real relation' };

/**
 * What a p-value says and no more: how often chance alone gives an outcome at least this strong.
 *
 * @param what is looked for: DIFFERENCE, CHANGE, RELATION or another text of that form.
 */
export function chance(p: number, what: Text, language: Language): string {
  const often = outOf(p, language);
  const figure = sayP(p, language);
  if (language === 'nl') {
    const without = `zonder ${what.nl} komt zo’n sterke uitkomst in ${often} onderzoeken voor`;
    if (p < 0.001) return `${capital(without)}: toeval is een zwakke verklaring (${figure}).`;
    if (p < 0.05)
      return `${capital(without)}: toeval is minder waarschijnlijk, maar niet uitgesloten (${figure}).`;
    return `Ook ${without}: dit kan toeval zijn (${figure}).`;
  }
  const without = `without ${what.en}, an outcome this strong comes up in ${often} studies`;
  if (p < 0.001) return `${capital(without)}: chance is a weak explanation (${figure}).`;
  if (p < 0.05) return `${capital(without)}: chance is less likely, but not ruled out (${figure}).`;
  return `Even ${without}: it may be chance (${figure}).`;
}

/** “less than 1 in 1,000”, “about 3 in 100”. */
function outOf(p: number, language: Language): string {
  if (p < 0.001) return language === 'nl' ? 'minder dan 1 op de 1.000' : 'less than 1 in 1,000';
  const of = p < 0.01 ? 1000 : 100;
  const hits = count(Math.round(p * of), language);
  return language === 'nl'
    ? `ongeveer ${hits} op de ${count(of, 'nl')}`
    : `about ${hits} in ${count(of, 'en')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
