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

/** A share as a whole percentage; one decimal more for what would read as nothing or all, and is not. */
export function percent(share: number, language: Language, decimals = 0): string {
  const edge = Math.abs(share - Math.round(share));
  const hidden = edge < 0.5 / 10 ** (decimals + 2) && edge >= 0.5 / 10 ** (decimals + 3);
  return `${say(share * 100, language, hidden ? decimals + 1 : decimals)}%`;
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

/** What lies below and above zero is called. */
type Directions = Readonly<Record<Language, readonly [below: string, above: string]>>;

export const HIGHER: Directions = { nl: ['lager', 'hoger'], en: ['lower', 'higher'] };
export const UP: Directions = { nl: ['omlaag', 'omhoog'], en: ['down', 'up'] };

/** “0.41 higher”. */
export function by(difference: number, directions: Directions, language: Language, decimals = 2): string {
  const [below, above] = directions[language];
  return `${say(Math.abs(difference), language, decimals)} ${difference < 0 ? below : above}`;
}

/**
 * The interval of a difference whose direction was said, without signs: “between 0.12 and 0.40”, and over zero “between
 * 0.05 lower and 0.40 higher”.
 */
export function ranging(
  interval: Interval,
  directions: Directions,
  language: Language,
  decimals = 2,
): string {
  const [low, high] = interval.map((end) => Number(end.toFixed(decimals)));
  if (low >= 0 || high <= 0) {
    const sizes = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
    return between([sizes[0], sizes[1]], language, decimals);
  }
  const [below, above] = [low, high].map((end) => by(end, directions, language, decimals));
  return language === 'nl' ? `tussen ${below} en ${above}` : `between ${below} and ${above}`;
}

/** So many decimals that the first digit that is sure can be seen. */
export const decimalsFor = (se: number): number => Math.min(6, Math.max(2, -Math.floor(Math.log10(se))));

/** “a, b and c”. */
export const list = (parts: readonly string[], language: Language): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${language === 'nl' ? 'en' : 'and'} ${parts[parts.length - 1]}`;

/** Sentences to one text; an empty one is none. */
export const paragraph = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');

/** The one caution that an explanation may end with: a clause with neither capital nor full stop. */
export const caution = (clause: Text, language: Language): string =>
  language === 'nl' ? `Let op: ${clause.nl}.` : `Note: ${clause.en}.`;

export const cases = (n: number): Text => ({
  nl: n === 1 ? '1 geval' : `${count(n, 'nl')} gevallen`,
  en: n === 1 ? '1 case' : `${count(n, 'en')} cases`,
});

/** @param what there are few of, with its number. */
export const only = (what: Text): Text => ({
  nl: `dit zijn maar ${what.nl}`,
  en: `these are only ${what.en}`,
});

export const few = (what: Text): Text => ({
  nl: `${only(what).nl}; een volgende keer kan de uitkomst flink anders zijn`,
  en: `${only(what).en}; another time the outcome may well differ`,
});

/**
 * That a relation is no cause.
 *
 * @param weak what else makes it weak: a clause.
 */
export const association = (weak?: Text): Text => ({
  nl: weak
    ? `${weak.nl}, en wat de oorzaak is, blijkt er niet uit`
    : 'dit is een samenhang; wat de oorzaak is, blijkt er niet uit',
  en: weak
    ? `${weak.en}, and what causes what does not show`
    : 'this is an association; it does not say what causes what',
});

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
    const without = `zonder ${what.nl} komt een minstens zo sterke uitkomst in ${often} onderzoeken voor`;
    if (p < 0.001) return `${capital(without)}: zij past slecht bij toeval alleen (${figure}).`;
    if (p < 0.05)
      return `${capital(without)}: zij past niet goed bij toeval alleen, maar toeval is niet uitgesloten (${figure}).`;
    return `Ook ${without}: dit kan toeval zijn (${figure}).`;
  }
  const without = `without ${what.en}, an outcome at least this strong comes up in ${often} studies`;
  if (p < 0.001) return `${capital(without)}: it fits badly with chance alone (${figure}).`;
  if (p < 0.05)
    return `${capital(without)}: it does not fit well with chance alone, but chance is not ruled out (${figure}).`;
  return `Even ${without}: it may be chance (${figure}).`;
}

/** “less than 1 in 1,000”, “about 3 in 100”. */
function outOf(p: number, language: Language): string {
  if (p >= 0.995) return language === 'nl' ? 'bijna alle' : 'almost all';
  if (p < 0.001) return language === 'nl' ? 'minder dan 1 op de 1.000' : 'less than 1 in 1,000';
  const of = p < 0.01 ? 1000 : 100;
  const hits = count(Math.round(p * of), language);
  return language === 'nl'
    ? `ongeveer ${hits} op de ${count(of, 'nl')}`
    : `about ${hits} in ${count(of, 'en')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
