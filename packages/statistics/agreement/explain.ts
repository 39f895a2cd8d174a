import { agreementSize } from '../effect-size.ts';
import type { Language, Result } from '../result.ts';
import { between, count, percent, say } from '../words.ts';
import type { ClusterIcc } from './clusters.ts';
import type { Kappa } from './kappa.ts';
import type { KrippendorffsAlpha } from './krippendorff.ts';
import type { PercentageAgreement } from './percentage.ts';
import type { RaterIcc } from './raters.ts';

/** How much of the differences lies between groups, and what that means for counting people. */
export function explainIntraclassCorrelation(result: ClusterIcc, language: Language): string {
  const { n, groups, designEffect, coefficients } = result;
  const [one] = coefficients;
  const share = Math.max(0, one.estimate ?? 0);
  const [low, high] = (one.ci ?? [0, 0]).map((end) => percent(Math.max(0, end), language));
  const [people, parts] = [count(n, language), count(groups, language)];
  const alone = say(n / designEffect, language, 0);
  const sentences =
    language === 'nl'
      ? [
          `Van alle verschillen ligt ${percent(share, 'nl')} tussen de ${parts} groepen; de rest ligt tussen mensen of metingen binnen een groep (ICC(1) = ${say(one.estimate ?? 0, 'nl')}).`,
          share > 0 ? `Dat aandeel ligt waarschijnlijk tussen ${low} en ${high}.` : '',
          share > 0
            ? `Wie in één groep zit, lijkt op elkaar: voor een gemiddelde over alles tellen de ${people} waarden als ongeveer ${alone} losse.`
            : '',
        ]
      : [
          `Of all differences, ${percent(share, 'en')} lies between the ${parts} groups; the rest lies between people or measurements within a group (ICC(1) = ${say(one.estimate ?? 0, 'en')}).`,
          share > 0 ? `That share probably lies between ${low} and ${high}.` : '',
          share > 0
            ? `People in one group resemble each other: for an average over all, the ${people} values count as about ${alone} separate ones.`
            : '',
        ];
  return joined(sentences, result, language);
}

/** Whether another observer would have given the same, from the form that counts differences in standards. */
export function explainRaterIntraclassCorrelation(result: RaterIcc, language: Language): string {
  const { n, raters, coefficients } = result;
  const one = coefficients.find(({ form }) => form === 'ICC(2,1)');
  const mean = coefficients.find(({ form }) => form === 'ICC(2,k)');
  const estimate = one?.estimate ?? 0;
  const interval = one?.ci ? between(one.ci, language) : undefined;
  const several = mean?.estimate ?? null;
  const word = agreementSize(estimate).word[language];
  const sentences =
    language === 'nl'
      ? [
          `${raters} beoordelaars beoordeelden dezelfde ${count(n, 'nl')} dingen. De overeenstemming van één beoordelaar met een ander is ${word}: ICC(2,1) = ${say(estimate, 'nl')}.`,
          interval ? `De waarde ligt waarschijnlijk ${interval}.` : '',
          several === null
            ? ''
            : `Het gemiddelde van ${raters === 2 ? 'beide' : `alle ${raters}`} is betrouwbaarder: ${say(several, 'nl')}.`,
        ]
      : [
          `${raters} raters rated the same ${count(n, 'en')} things. The agreement of one rater with another is ${word}: ICC(2,1) = ${say(estimate, 'en')}.`,
          interval ? `The value probably lies ${interval}.` : '',
          several === null
            ? ''
            : `The average of ${raters === 2 ? 'both' : `all ${raters}`} is more reliable: ${say(several, 'en')}.`,
        ];
  return joined(sentences, result, language);
}

export function explainPercentageAgreement(result: PercentageAgreement, language: Language): string {
  const { n, agreed, share, within, ci } = result;
  const [low, high] = ci.map((end) => percent(end, language));
  const near = within === 1;
  const sentences =
    language === 'nl'
      ? [
          `Bij ${count(agreed, 'nl')} van de ${count(n, 'nl')} dingen gaven beide beoordelaars ${near ? 'hetzelfde of scheelden zij één punt' : 'hetzelfde'}: ${percent(share, 'nl')}.`,
          `Met andere dingen zou dat waarschijnlijk tussen ${low} en ${high} liggen. Een deel daarvan is toeval; kappa haalt dat eraf.`,
        ]
      : [
          `For ${count(agreed, 'en')} of the ${count(n, 'en')} things both raters gave ${near ? 'the same or were one point apart' : 'the same'}: ${percent(share, 'en')}.`,
          `With other things it would probably lie between ${low} and ${high}. Part of it is chance; kappa takes that off.`,
        ];
  return joined(sentences, result, language);
}

export function explainKappa(result: Kappa, language: Language): string {
  const { n, kappa, observed, expected, ci, weights } = result;
  const word = agreementSize(kappa).word[language];
  const [seen, chance] = [observed, expected].map((share) => percent(share, language));
  const partly = weights !== 'none';
  const sentences =
    language === 'nl'
      ? [
          `De twee beoordelaars waren het bij ${seen} van de ${count(n, 'nl')} dingen eens${partly ? ' (bijna gelijk telt deels mee)' : ''}; door toeval alleen zou dat ${chance} zijn.`,
          `Boven toeval is de overeenstemming ${word}: kappa = ${say(kappa, 'nl')}, waarschijnlijk ${between(ci, 'nl')}.`,
        ]
      : [
          `The two raters agreed on ${seen} of the ${count(n, 'en')} things${partly ? ' (a near miss counts in part)' : ''}; chance alone would give ${chance}.`,
          `Beyond chance the agreement is ${word}: kappa = ${say(kappa, 'en')}, probably ${between(ci, 'en')}.`,
        ];
  return joined(sentences, result, language);
}

/** Krippendorff's own limits: .80 to draw conclusions, .667 for tentative ones (2004, Content Analysis, p. 241). */
export function explainKrippendorff(result: KrippendorffsAlpha, language: Language): string {
  const { n, raters, alpha, ci } = result;
  const enough = alpha >= 0.8 ? 'sure' : alpha >= 0.667 ? 'tentative' : 'no';
  const verdict = {
    nl: {
      sure: 'Dat is genoeg om op te bouwen',
      tentative: 'Dat is genoeg voor voorzichtige conclusies',
      no: 'Dat is te weinig om conclusies op te bouwen',
    },
    en: {
      sure: 'That is enough to build on',
      tentative: 'That is enough for tentative conclusions',
      no: 'That is too little to build conclusions on',
    },
  }[language][enough];
  const range = ci ? between(ci, language) : undefined;
  const sentences =
    language === 'nl'
      ? [
          `De ${raters} beoordelaars beoordeelden ${count(n, 'nl')} dingen. Hun overeenstemming boven toeval is alfa = ${say(alpha, 'nl')} (0 is toeval, 1 is volledig)${range ? `, waarschijnlijk ${range}` : ''}.`,
          `${verdict} (grenzen van Krippendorff: 0,67 en 0,80).`,
        ]
      : [
          `The ${raters} raters rated ${count(n, 'en')} things. Their agreement beyond chance is alpha = ${say(alpha, 'en')} (0 is chance, 1 is complete)${range ? `, probably ${range}` : ''}.`,
          `${verdict} (Krippendorff's limits: 0.67 and 0.80).`,
        ];
  return joined(sentences, result, language);
}

/** What a reader of one paragraph must know; the rest stands with the figures. */
const SPOKEN = new Set(['kappa-paradox', 'small-group', 'few-groups', 'negative-icc', 'no-disagreement']);

function joined(sentences: readonly string[], { warnings }: Result, language: Language): string {
  const spoken = warnings.filter(({ code }) => SPOKEN.has(code)).map(({ text }) => text[language]);
  return [...sentences.filter((sentence) => sentence !== ''), ...spoken].join(' ');
}
