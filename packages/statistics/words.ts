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

/** `p = 0,03`, `p < 0,001`. */
export function sayP(p: number, language: Language): string {
  return p < 0.001 ? `p < ${say(0.001, language, 3)}` : `p = ${say(p, language, p < 0.01 ? 3 : 2)}`;
}

/** The 95% interval as a reading: “between 0.12 and 0.40”. */
export function between(interval: Interval, language: Language, decimals = 2): string {
  const [low, high] = interval.map((end) => say(end, language, decimals));
  return language === 'nl' ? `tussen ${low} en ${high}` : `between ${low} and ${high}`;
}

/**
 * What a p-value says and no more: how often chance alone gives such an outcome. `what` is the thing looked for, with
 * its article left out ("verschil" / "difference").
 */
export function chance(p: number, what: Text, language: Language): string {
  const thing = what[language];
  if (language === 'nl') {
    if (p < 0.001)
      return `Zonder echt ${thing} komt zo’n uitkomst minder dan 1 op de 1.000 keer voor: toeval is dus een zwakke verklaring (${sayP(p, 'nl')}).`;
    if (p < 0.05)
      return `Zonder echt ${thing} komt zo’n uitkomst ongeveer ${times(p, 'nl')} voor: toeval is minder waarschijnlijk, maar niet uitgesloten (${sayP(p, 'nl')}).`;
    return `Zo’n uitkomst komt ook zonder echt ${thing} vaak voor (ongeveer ${times(p, 'nl')}): dit kan toeval zijn (${sayP(p, 'nl')}).`;
  }
  if (p < 0.001)
    return `Without a real ${thing}, an outcome like this comes up less than 1 in 1,000 times: chance is a weak explanation (${sayP(p, 'en')}).`;
  if (p < 0.05)
    return `Without a real ${thing}, an outcome like this comes up about ${times(p, 'en')}: chance is less likely, but not ruled out (${sayP(p, 'en')}).`;
  return `An outcome like this is common without a real ${thing} too (about ${times(p, 'en')}): it may be chance (${sayP(p, 'en')}).`;
}

function times(p: number, language: Language): string {
  const of = p < 0.01 ? 1000 : 100;
  const hits = Math.max(1, Math.round(p * of));
  return language === 'nl' ? `${hits} op de ${count(of, 'nl')} keer` : `${hits} in ${count(of, 'en')} times`;
}
