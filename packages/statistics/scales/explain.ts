import { alphaSize } from '../effect-size.ts';
import type { Dropped, Language, Result } from '../result.ts';
import { between, count, percent, say } from '../words.ts';
import type { Alpha } from './alpha.ts';
import type { Omega } from './omega.ts';
import type { GroupScores, ScaleScores } from './scores.ts';

/** Alpha in words: how far the items go together, whether groups can be compared with it, how sure it is. */
export function explainAlpha(result: Alpha, language: Language): string {
  const { alpha, ci, k, n } = result;
  const word = alphaSize(shown(alpha)).word[language];
  const sentences =
    language === 'nl'
      ? [
          `Wie op één van de ${k} vragen hoog antwoordt, doet dat op de andere ${together(shown(alpha), 'nl')}: alfa is ${say(alpha, 'nl')} (${count(n, 'nl')} ingevulde lijsten).`,
          `Om groepen te vergelijken is dat ${word} (COTAN); de waarde ligt waarschijnlijk ${between(ci, 'nl')}.`,
        ]
      : [
          `Who answers high on one of the ${k} items ${together(shown(alpha), 'en')} on the others: alpha is ${say(alpha, 'en')} (${count(n, 'en')} completed forms).`,
          `For comparing groups that is ${word} (COTAN); the value probably lies ${between(ci, 'en')}.`,
        ];
  return [...sentences, ...weakItem(result, language), ...warned(result, language)].join(' ');
}

/** Omega in words: the share of the sum that the items have in common. */
export function explainOmega(result: Omega, language: Language): string {
  const { omega, ci, k, n, fit } = result;
  const word = alphaSize(shown(omega)).word[language];
  const poor = fit.rmsea !== null && fit.rmsea > POOR_FIT;
  const sentences =
    language === 'nl'
      ? [
          `Van de verschillen tussen mensen in de som van de ${k} vragen komt ${percent(omega, 'nl')} door wat de vragen gemeen hebben: omega is ${say(omega, 'nl')} (${count(n, 'nl')} ingevulde lijsten).`,
          `Om groepen te vergelijken is dat ${word} (COTAN)${ci ? `; de waarde ligt waarschijnlijk ${between(ci, 'nl')}` : ''}.`,
          poor
            ? 'Eén gemeenschappelijke factor past niet goed bij deze antwoorden: misschien meten de vragen meer dan één ding.'
            : '',
        ]
      : [
          `Of the differences between people in the sum of the ${k} items, ${percent(omega, 'en')} comes from what the items share: omega is ${say(omega, 'en')} (${count(n, 'en')} completed forms).`,
          `For comparing groups that is ${word} (COTAN)${ci ? `; the value probably lies ${between(ci, 'en')}` : ''}.`,
          poor
            ? 'One common factor does not fit these answers well: perhaps the items measure more than one thing.'
            : '',
        ];
  return [...sentences.filter((sentence) => sentence !== ''), ...warned(result, language)].join(' ');
}

export function explainScaleScores(result: ScaleScores, language: Language): string {
  const { n, k, minimum, mean, min, max } = result;
  const [middle, low, high] = [mean, min, max].map((value) => say(value, language));
  return language === 'nl'
    ? `${count(n, 'nl')} mensen hebben een score: gemiddeld ${middle}, van ${low} tot ${high}. Een score vraagt minstens ${minimum} beantwoorde vragen van de ${k}.${without(result.dropped, 'nl')}`
    : `${count(n, 'en')} people have a score: ${middle} on average, from ${low} to ${high}. A score takes at least ${minimum} answered items out of ${k}.${without(result.dropped, 'en')}`;
}

export function explainGroupScores(result: GroupScores, language: Language): string {
  const { n, minimum, mean, min, max } = result;
  const [middle, low, high] = [mean, min, max].map((value) => say(value, language));
  return language === 'nl'
    ? `${count(n, 'nl')} groepen hebben een score: gemiddeld ${middle}, van ${low} tot ${high}; elke groep telt even zwaar. Een groep heeft een score vanaf ${minimum} mensen.${without(result.dropped, 'nl')}`
    : `${count(n, 'en')} groups have a score: ${middle} on average, from ${low} to ${high}; every group counts once. A group has a score from ${minimum} people on.${without(result.dropped, 'en')}`;
}

/** Browne & Cudeck 1993: above this, a model fits poorly. */
const POOR_FIT = 0.1;

/** As it is printed, so that “0.70” is not called less than .70. */
const shown = (value: number): number => Math.round(value * 100) / 100;

function together(alpha: number, language: Language): string {
  if (alpha >= 0.7) return language === 'nl' ? 'meestal ook' : 'mostly does so';
  if (alpha >= 0.6) return language === 'nl' ? 'vaak ook' : 'often does so';
  return language === 'nl' ? 'lang niet altijd' : 'does not always do so';
}

/** Worth saying when alpha would rise by more than rounding shows. */
function weakItem({ items, alpha, warnings }: Alpha, language: Language): string[] {
  if (warnings.some(({ code }) => code === 'negative-item-rest')) return [];
  const best = items.reduce<{ item: string; rest: number } | undefined>((found, { item, alphaIfDeleted }) => {
    if (alphaIfDeleted === null || alphaIfDeleted <= (found?.rest ?? alpha + 0.02)) return found;
    return { item, rest: alphaIfDeleted };
  }, undefined);
  if (!best) return [];
  const value = say(best.rest, language);
  return [
    language === 'nl'
      ? `Vraag ${best.item} past minder goed bij de rest: zonder die vraag is alfa ${value}.`
      : `Item ${best.item} fits the rest less well: without it alpha is ${value}.`,
  ];
}

/** What a reader of one paragraph must know; the rest stands with the figures. */
const SPOKEN = new Set([
  'negative-item-rest',
  'negative-loading',
  'boundary',
  'small-group',
  'negative-alpha',
]);

const warned = ({ warnings }: Result, language: Language): string[] =>
  warnings.filter(({ code }) => SPOKEN.has(code)).map(({ text }) => text[language]);

function without(dropped: readonly Dropped[], language: Language): string {
  const total = dropped.reduce((all, { count: some }) => all + some, 0);
  if (total === 0) return '';
  return language === 'nl'
    ? ` Zonder score: ${count(total, 'nl')}.`
    : ` Without a score: ${count(total, 'en')}.`;
}
