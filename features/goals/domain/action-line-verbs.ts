import { setOf } from '#packages/kernel/reading';

/** 'Sam maakt exit tickets' becomes 'exit tickets maken' where that is safe (rule L15 in action-line.ts). */

const DUTCH = new Map(
  'maakt maken,doet doen,schrijft schrijven,mailt mailen,belt bellen,vraagt vragen,regelt regelen,deelt delen,geeft geven,leest lezen,zoekt zoeken,stuurt sturen,haalt halen,bespreekt bespreken,ontwerpt ontwerpen,verzamelt verzamelen,koopt kopen,brengt brengen,helpt helpen,oefent oefenen,controleert controleren,organiseert organiseren,probeert proberen,bezoekt bezoeken,bedenkt bedenken'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const ENGLISH = new Map(
  'make write call ask mail email plan share give read find send print buy bring help test check prepare design collect organise organize visit review mark update create book arrange invite do discuss'
    .split(' ')
    .map((verb) => [verb + (/[os]$/.test(verb) ? 'es' : 's'), verb]),
);
const INFINITIVES = new Set(DUTCH.values());

/** Words that make it more than one clause. */
const CLAUSE = setOf('en of om te dat die als omdat zodat want maar dan waar wat wie hoe welke');
/** The other half of a verb in two parts ('deelt … uit'), wherever it stands, or only at the end. */
const HALF = setOf('uit af mee terug klaar na toe vast neer weg samen');
const HALF_AT_END = setOf('in op aan voor om over bij door');

export const isThirdPerson = (word: string): boolean => DUTCH.has(word) || ENGLISH.has(word);
/** A verb form that shows which language the line is in. */
export const isEnglishVerb = (word: string): boolean => ENGLISH.has(word);
export const isDutchVerb = (word: string): boolean => DUTCH.has(word) || INFINITIVES.has(word);

/** The text with its first word, a verb in the third person, as an infinitive; or the text as it was. */
export function withInfinitive(text: string): string {
  const [verb = '', ...rest] = text.split(' ');
  const english = ENGLISH.get(verb.toLowerCase());
  if (english !== undefined) return [english, ...rest].join(' ');
  const dutch = DUTCH.get(verb.toLowerCase());
  if (dutch === undefined || rest.length > 8 || /[.,;:!?()"]/.test(text)) return text;
  const words = rest.map((word) => word.toLowerCase());
  const isUnsafe =
    words.some((word) => CLAUSE.has(word) || HALF.has(word)) || HALF_AT_END.has(words.at(-1) ?? '');
  return isUnsafe ? text : [...rest, dutch].join(' ');
}
