import { alphaSize } from '../effect-size.ts';
import type { Dropped, Language, Result, Text } from '../result.ts';
import { between, caution, count, few, list, paragraph, percent, say } from '../words.ts';
import type { Alpha } from './alpha.ts';
import type { Omega } from './omega.ts';
import type { GroupScores, ScaleScores } from './scores.ts';

/** Alpha in words: how far the items go together, whether groups can be compared with it, how sure it is. */
export function explainAlpha(result: Alpha, language: Language): string {
  const { alpha, ci, k, n, items } = result;
  const word = alphaSize(shown(alpha)).word[language];
  const against = items.filter(({ itemRest }) => (itemRest ?? 0) < 0).map(({ item }) => item);
  const sentences =
    language === 'nl'
      ? [
          `Wie op één van de ${k} vragen hoog antwoordt, doet dat op de andere ${together(shown(alpha), 'nl')}: alfa is ${say(alpha, 'nl')} (${count(n, 'nl')} ingevulde lijsten).`,
          `Om groepen te vergelijken is dat ${word} (COTAN); de waarde ligt waarschijnlijk ${between(ci, 'nl')}.`,
        ]
      : [
          `Those who answer high on one of the ${k} items ${together(shown(alpha), 'en')} on the others: alpha is ${say(alpha, 'en')} (${count(n, 'en')} completed forms).`,
          `For comparing groups that is ${word} (COTAN); the value probably lies ${between(ci, 'en')}.`,
        ];
  return paragraph([
    ...sentences,
    weakItem(result, language),
    foremost(result, language, [
      ['negative-alpha', NO_SCALE],
      ['negative-item-rest', opposite(against)],
      ['few-cases', few(people(n))],
    ]),
  ]);
}

const NO_SCALE: Text = {
  nl: 'een alfa onder 0 betekent dat deze vragen samen geen schaal zijn',
  en: 'an alpha below 0 means that these items are no scale together',
};

const people = (n: number): Text => ({ nl: `${count(n, 'nl')} mensen`, en: `${count(n, 'en')} people` });

const opposite = (items: readonly string[]): Text => ({
  nl:
    items.length === 1
      ? `vraag ${items[0]} gaat tegen de andere in; kijk of die omgekeerd moet worden`
      : `de vragen ${list(items, 'nl')} gaan tegen de andere in; kijk of ze omgekeerd moeten worden`,
  en:
    items.length === 1
      ? `item ${items[0]} goes against the others; see whether it must be reversed`
      : `items ${list(items, 'en')} go against the others; see whether they must be reversed`,
});

/** Omega in words: the share of the sum that the items have in common. */
export function explainOmega(result: Omega, language: Language): string {
  const { omega, ci, k, n, fit, items } = result;
  const word = alphaSize(shown(omega)).word[language];
  const poor = fit.rmsea !== null && fit.rmsea > POOR_FIT;
  const against = items.filter(({ loading }) => loading < 0).map(({ item }) => item);
  const sentences =
    language === 'nl'
      ? [
          `Van de verschillen tussen mensen in de som van de ${k} vragen komt ${percent(omega, 'nl')} door wat de vragen gemeen hebben: omega is ${say(omega, 'nl')} (${count(n, 'nl')} ingevulde lijsten).`,
          `Om groepen te vergelijken is dat ${word} (COTAN)${ci ? `; de waarde ligt waarschijnlijk ${between(ci, 'nl')}` : ''}.`,
          poor
            ? 'De antwoorden passen niet goed bij één schaal: misschien meten de vragen meer dan één ding.'
            : '',
        ]
      : [
          `Of the differences between people in the sum of the ${k} items, ${percent(omega, 'en')} comes from what the items share: omega is ${say(omega, 'en')} (${count(n, 'en')} completed forms).`,
          `For comparing groups that is ${word} (COTAN)${ci ? `; the value probably lies ${between(ci, 'en')}` : ''}.`,
          poor ? 'The answers do not fit one scale well: perhaps the items measure more than one thing.' : '',
        ];
  return paragraph([
    ...sentences,
    foremost(result, language, [
      ['boundary', NOT_TO_TRUST],
      ['negative-loading', opposite(against)],
      ['few-cases', few(people(n))],
    ]),
  ]);
}

const NOT_TO_TRUST: Text = {
  nl: 'het model past niet goed op deze antwoorden, dus omega is hier niet te vertrouwen',
  en: 'the model does not sit well on these answers, so omega is not to be trusted here',
};

export function explainScaleScores(result: ScaleScores, language: Language): string {
  const { n, k, minimum, mean, min, max } = result;
  const [middle, low, high] = [mean, min, max].map((value) => say(value, language));
  const lost = without(result.dropped);
  const [some, none] = [count(n, language), count(lost, language)];
  return paragraph(
    language === 'nl'
      ? [
          `${n === 1 ? '1 persoon heeft' : `${some} mensen hebben`} een score: gemiddeld ${middle}, van ${low} tot ${high}.`,
          `Daarvoor ${minimum === 1 ? 'is minstens 1 antwoord' : `zijn minstens ${minimum} antwoorden`} op de ${k} vragen nodig${lost === 0 ? '' : `; ${none} ${lost === 1 ? 'persoon heeft' : 'mensen hebben'} er te weinig`}.`,
        ]
      : [
          `${n === 1 ? '1 person has' : `${some} people have`} a score: ${middle} on average, from ${low} to ${high}.`,
          `It takes at least ${minimum} ${minimum === 1 ? 'answer' : 'answers'} to the ${k} items${lost === 0 ? '' : `; ${none} ${lost === 1 ? 'person has' : 'people have'} too few`}.`,
        ],
  );
}

export function explainGroupScores(result: GroupScores, language: Language): string {
  const { n, minimum, mean, min, max } = result;
  const [middle, low, high] = [mean, min, max].map((value) => say(value, language));
  const lost = without(result.dropped);
  const [some, none] = [count(n, language), count(lost, language)];
  return paragraph(
    language === 'nl'
      ? [
          `${n === 1 ? '1 groep heeft' : `${some} groepen hebben`} een score: gemiddeld ${middle}, van ${low} tot ${high}; elke groep telt even zwaar.`,
          `Een groep heeft een score vanaf ${minimum} ${minimum === 1 ? 'persoon' : 'mensen'}${lost === 0 ? '' : `; zonder score: ${none}`}.`,
        ]
      : [
          `${n === 1 ? '1 group has' : `${some} groups have`} a score: ${middle} on average, from ${low} to ${high}; every group counts once.`,
          `A group has a score from ${minimum} ${minimum === 1 ? 'person' : 'people'} on${lost === 0 ? '' : `; without a score: ${none}`}.`,
        ],
  );
}

/** Browne & Cudeck 1993: above this, a model fits poorly. */
const POOR_FIT = 0.1;

/** As it is printed, so that “0.70” is not called less than .70. */
const shown = (value: number): number => Math.round(value * 100) / 100;

function together(alpha: number, language: Language): string {
  if (alpha >= 0.7) return language === 'nl' ? 'meestal ook' : 'mostly do so';
  if (alpha >= 0.6) return language === 'nl' ? 'vaak ook' : 'often do so';
  return language === 'nl' ? 'lang niet altijd' : 'do not always do so';
}

/** Worth saying when alpha would rise by more than rounding shows. */
function weakItem({ items, alpha, warnings }: Alpha, language: Language): string {
  if (warnings.some(({ code }) => code === 'negative-item-rest')) return '';
  const best = items.reduce<{ item: string; rest: number } | undefined>((found, { item, alphaIfDeleted }) => {
    if (alphaIfDeleted === null || alphaIfDeleted <= (found?.rest ?? alpha + 0.02)) return found;
    return { item, rest: alphaIfDeleted };
  }, undefined);
  if (!best) return '';
  const value = say(best.rest, language);
  return language === 'nl'
    ? `Vraag ${best.item} past minder goed bij de rest: zonder die vraag is alfa ${value}.`
    : `Item ${best.item} fits the rest less well: without it alpha is ${value}.`;
}

/** The first of these warnings that the result has; the others stand with the figures. */
function foremost(
  { warnings }: Result,
  language: Language,
  order: readonly (readonly [code: string, clause: Text])[],
): string {
  const found = order.find(([code]) => warnings.some((warning) => warning.code === code));
  return found ? caution(found[1], language) : '';
}

const without = (dropped: readonly Dropped[]): number =>
  dropped.reduce((total, { count: some }) => total + some, 0);
