import { agreementSize, raterReliabilitySize } from '../effect-size.ts';
import type { Interval, Language, Result, Text } from '../result.ts';
import { between, caution, count, few, paragraph, percent, say } from '../words.ts';
import type { ClusterIcc } from './clusters.ts';
import type { Kappa } from './kappa.ts';
import type { KrippendorffsAlpha } from './krippendorff.ts';
import type { PercentageAgreement } from './percentage.ts';
import type { RaterIcc } from './raters.ts';

/** How much of the differences lies between groups, and what that means for counting people. */
export function explainIntraclassCorrelation(result: ClusterIcc, language: Language): string {
  const { n, groups, designEffect, coefficients } = result;
  const [one] = coefficients;
  if (one.estimate === null) return NO_FIGURE[language];
  const share = Math.max(0, one.estimate);
  const part = percent(share, language);
  const figure = `ICC(1) = ${say(one.estimate, language)}`;
  const [people, parts] = [count(n, language), count(groups, language)];
  const alone = say(n / designEffect, language, 0);
  const sure = range(one.ci, language);
  const sentences =
    language === 'nl'
      ? [
          `Van alle verschillen ligt ${part} tussen de ${parts} groepen en de rest tussen mensen of metingen binnen een groep (${figure}).`,
          sure && `Dat aandeel ligt waarschijnlijk ${sure}.`,
          share > 0
            ? `Wie in één groep zit, lijkt op elkaar: voor een gemiddelde over alles tellen de ${people} waarden als ongeveer ${alone} losse.`
            : 'Mensen in één groep lijken dus niet meer op elkaar dan mensen uit verschillende groepen.',
        ]
      : [
          `Of all differences, ${part} lies between the ${parts} groups and the rest between people or measurements within a group (${figure}).`,
          sure && `That share probably lies ${sure}.`,
          share > 0
            ? `People in one group resemble each other: for an average over all, the ${people} values count as about ${alone} separate ones.`
            : 'So people in one group resemble each other no more than people from different groups.',
        ];
  const groupsOnly = few({ nl: `${parts} groepen`, en: `${parts} groups` });
  return paragraph([...sentences, warned(result, 'few-groups') ? caution(groupsOnly, language) : '']);
}

const NO_FIGURE: Text = {
  nl: 'In deze gegevens bestaat deze intraklassecorrelatie niet.',
  en: 'This intraclass correlation does not exist in these data.',
};

/** A share cannot be negative, though its interval can. */
function range(ci: Interval | null, language: Language): string {
  if (ci === null || ci[1] <= 0) return '';
  const [low, high] = ci.map((end) => percent(Math.max(0, end), language));
  return language === 'nl' ? `tussen ${low} en ${high}` : `between ${low} and ${high}`;
}

/** Whether another observer would have given the same, from the form that counts differences in standards. */
export function explainRaterIntraclassCorrelation(result: RaterIcc, language: Language): string {
  const { n, raters, coefficients } = result;
  const one = coefficients.find(({ form }) => form === 'ICC(2,1)');
  const mean = coefficients.find(({ form }) => form === 'ICC(2,k)');
  const estimate = one?.estimate ?? null;
  if (estimate === null) return NO_FIGURE[language];
  const several = mean?.estimate ?? null;
  const word = reliability(one?.ci ?? [estimate, estimate], language);
  const figure = `ICC(2,1) = ${say(estimate, language)}`;
  const sure = one?.ci ? between(one.ci, language) : '';
  const of = count(n, language);
  const better = several !== null && several > estimate ? say(several, language) : '';
  const sentences =
    language === 'nl'
      ? [
          `${raters} beoordelaars beoordeelden ${of} keer hetzelfde.`,
          `De overeenstemming van één beoordelaar met een ander is ${word}: ${figure}${sure && `, waarschijnlijk ${sure}`}.`,
          better
            ? `Het gemiddelde van ${raters === 2 ? 'beide' : `alle ${raters}`} is betrouwbaarder: ${better}.`
            : '',
        ]
      : [
          `${raters} raters rated the same ${of} times.`,
          `The agreement of one rater with another is ${word}: ${figure}${sure && `, probably ${sure}`}.`,
          better
            ? `The average of ${raters === 2 ? 'both' : `all ${raters}`} is more reliable: ${better}.`
            : '',
        ];
  const alike = warned(result, 'no-disagreement') ? caution(NO_INTERVAL, language) : '';
  return paragraph([...sentences, alike || fewRatings(result, language)]);
}

/** By the interval, as its authors ask: “good to excellent”. */
function reliability(interval: Interval, language: Language): string {
  const [low, high] = interval.map((end) => raterReliabilitySize(end).word[language]);
  if (low === high) return low;
  return language === 'nl' ? `${low} tot ${high}` : `${low} to ${high}`;
}

const NO_INTERVAL: Text = {
  nl: 'de beoordelaars verschillen nergens, of overal evenveel; dan is er geen interval',
  en: 'the raters differ nowhere, or everywhere alike; then there is no interval',
};

export function explainPercentageAgreement(result: PercentageAgreement, language: Language): string {
  const { n, agreed, share, within, ci } = result;
  const [low, high] = ci.map((end) => percent(end, language));
  const [of, same, part] = [count(n, language), count(agreed, language), percent(share, language)];
  const near = within === 1;
  const sentences =
    language === 'nl'
      ? [
          `Bij ${agreed === n ? `alle ${of}` : `${same} van de ${of}`} beoordelingen gaven beide beoordelaars ${near ? 'hetzelfde of scheelden zij één punt' : 'hetzelfde'}: ${part}.`,
          `Bij andere beoordelingen zou dat waarschijnlijk tussen ${low} en ${high} liggen.`,
          'Een deel daarvan is toeval; kappa haalt dat eraf.',
        ]
      : [
          `In ${agreed === n ? `all ${of}` : `${same} of the ${of}`} ratings both raters gave ${near ? 'the same or were one point apart' : 'the same'}: ${part}.`,
          `In other ratings it would probably lie between ${low} and ${high}.`,
          'Part of it is chance; kappa takes that off.',
        ];
  return paragraph([...sentences, fewRatings(result, language)]);
}

export function explainKappa(result: Kappa, language: Language): string {
  const { n, kappa, observed, expected, ci, weights } = result;
  const word = agreementSize(kappa).word[language];
  const [seen, chance] = [observed, expected].map((share) => percent(share, language));
  const [of, value, sure] = [count(n, language), say(kappa, language), between(ci, language)];
  const partly = weights !== 'none';
  const sentences =
    language === 'nl'
      ? [
          `De twee beoordelaars waren het bij ${seen} van de ${of} beoordelingen eens${partly ? ' (bijna gelijk telt deels mee)' : ''}; door toeval alleen zou dat ${chance} zijn.`,
          `Boven toeval is de overeenstemming ${word}: kappa = ${value}, waarschijnlijk ${sure}.`,
        ]
      : [
          `The two raters agreed on ${seen} of the ${of} ratings${partly ? ' (a near miss counts in part)' : ''}; chance alone would give ${chance}.`,
          `Beyond chance the agreement is ${word}: kappa = ${value}, probably ${sure}.`,
        ];
  const oneSided = warned(result, 'kappa-paradox') ? caution(PARADOX, language) : '';
  return paragraph([...sentences, oneSided || fewRatings(result, language)]);
}

const PARADOX: Text = {
  nl: 'bijna alles valt in één categorie, en dat maakt kappa laag; noem het percentage erbij',
  en: 'almost everything falls in one category, and that makes kappa low; give the percentage beside it',
};

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
  const [of, value, sure] = [count(n, language), say(alpha, language), ci ? between(ci, language) : ''];
  const sentences =
    language === 'nl'
      ? [
          `${raters} beoordelaars beoordeelden ${of} keer hetzelfde.`,
          `Hun overeenstemming boven toeval is alfa = ${value}${sure && `, waarschijnlijk ${sure}`}; 0 is toeval en 1 is volledig.`,
          `${verdict} (grenzen van Krippendorff: 0,67 en 0,80).`,
        ]
      : [
          `${raters} raters rated the same ${of} times.`,
          `Their agreement beyond chance is alpha = ${value}${sure && `, probably ${sure}`}; 0 is chance and 1 is complete.`,
          `${verdict} (Krippendorff’s limits: 0.67 and 0.80).`,
        ];
  return paragraph([...sentences, fewRatings(result, language)]);
}

function fewRatings(result: Result, language: Language): string {
  if (!warned(result, 'few-cases')) return '';
  const [nl, en] = [count(result.n, 'nl'), count(result.n, 'en')];
  return caution(few({ nl: `${nl} beoordelingen`, en: `${en} ratings` }), language);
}

const warned = ({ warnings }: Result, code: string): boolean =>
  warnings.some((warning) => warning.code === code);
