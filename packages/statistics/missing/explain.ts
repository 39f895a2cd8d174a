import { sizeOfD } from '../effect-size.ts';
import type { Language, Text } from '../result.ts';
import {
  by,
  caution,
  chance,
  count,
  HIGHER,
  list,
  paragraph,
  percent,
  ranging,
  say,
  sayP,
} from '../words.ts';
import type { LeaversNumbers, LeaversResult } from './leavers.ts';
import type { MissingResult } from './patterns.ts';
import type { TrendResult } from './trend.ts';

export function explainTrend({ filled, values, n, analysis }: TrendResult, language: Language): string {
  const cells = values.reduce((total, column) => total + column.length, 0);
  const share = percent(filled.length / cells, language, 1);
  const [all, number, one] = [count(n, language), count(filled.length, language), filled.length === 1];
  const own = analysis === 'trend-at-point';
  if (language === 'nl') {
    const how = own
      ? 'uit de rechte lijn door de eigen andere waarden van dat geval'
      : 'uit een lijn over de volgorde van de rijen';
    return paragraph([
      `Van ${all} gevallen ${one ? 'is 1 ontbrekende waarde' : `zijn ${number} ontbrekende waarden`} ingevuld (${share} van alle waarden), ${how}.`,
      own
        ? 'Ingevulde waarden zijn een schatting: wie erop verder rekent, wordt iets te zeker.'
        : 'Zo’n waarde zegt niets over het geval zelf; deze methode is er om eerder gepubliceerde cijfers na te rekenen.',
      own ? 'Vergelijk de uitkomst daarom met die van alleen de complete gevallen.' : '',
    ]);
  }
  const how = own
    ? 'from the straight line through that case’s own other values'
    : 'from a line over the order of the rows';
  return paragraph([
    `In ${all} cases, ${one ? '1 missing value was' : `${number} missing values were`} filled in (${share} of all values), ${how}.`,
    own
      ? 'Filled-in values are estimates: whoever goes on with them becomes a little too sure.'
      : 'Such a value says nothing about the case itself; this method is here to recompute figures that were published.',
    own ? 'So compare with the outcome of the complete cases alone.' : '',
  ]);
}

export function explainMissing(result: MissingResult, language: Language): string {
  const { n, completeCases, columns, littleTest } = result;
  const worst = columns.reduce((most, column) => (column.missing > most.missing ? column : most));
  const [all, some] = [count(n, language), count(completeCases, language)];
  const [complete, lacking] = [percent(completeCases / n, language), percent(worst.share, language, 1)];
  const often = count(worst.missing, language);
  const nl = language === 'nl';
  if (completeCases === n) {
    return nl
      ? `Alle rijen (${all}) zijn compleet: er ontbreekt niets.`
      : `All rows (${all}) are complete: nothing is missing.`;
  }
  return paragraph([
    nl
      ? `Van de ${all} rijen ${completeCases === 1 ? 'is' : 'zijn'} er ${some} compleet (${complete}).`
      : `Of ${all} rows, ${some} ${completeCases === 1 ? 'is' : 'are'} complete (${complete}).`,
    nl
      ? `Het meest ontbreekt ${worst.column}: ${often} keer (${lacking}).`
      : `Missing most is ${worst.column}: ${worst.missing === 1 ? 'once' : `${often} times`} (${lacking}).`,
    littleTest ? chance(littleTest.p, LINK, language) : '',
    littleTest ? caution(littleTest.p < 0.05 ? DISTORTED : UNSEEN, language) : '',
  ]);
}

const LINK: Text = { nl: 'verband tussen gaten en scores', en: 'a link between gaps and scores' };

const DISTORTED: Text = {
  nl: 'wie waarden mist, scoort op de rest waarschijnlijk anders, dus alleen de complete rijen gebruiken vertekent het beeld',
  en: 'those who miss values probably score differently on the rest, so the complete rows alone distort the picture',
};

const UNSEEN: Text = {
  nl: 'of juist wie laag scoort niet antwoordde, is aan de gegevens zelf niet te zien',
  en: 'whether it was those with low scores who did not answer, the data themselves cannot show',
};

/** The variable on which leavers and stayers differ most, by d; and on which they differ clearly when all are counted. */
export function explainLeavers(result: LeaversResult, language: Language): string {
  const { stayed, left, numbers, categories } = result;
  const total = stayed.count + left.count;
  const [gone, all, share] = [
    count(left.count, language),
    count(total, language),
    percent(left.count / total, language),
  ];
  const most = numbers.reduce<LeaversNumbers | undefined>(
    (found, one) => (Math.abs(one.d ?? 0) > Math.abs(found?.d ?? 0) ? one : found),
    undefined,
  );
  const tested = [...numbers, ...categories].flatMap(({ variable, pHolm }) =>
    pHolm === null ? [] : [{ variable, pHolm }],
  );
  const found = tested.filter(({ pHolm }) => pHolm < 0.05).map(({ variable }) => variable);
  const names = list(found, language);
  return paragraph([
    language === 'nl'
      ? `Van de ${all} ${left.count === 1 ? 'viel' : 'vielen'} er ${gone} af (${share}).`
      : `Of ${all}, ${gone} left (${share}).`,
    most ? difference(most, tested.length, language) : '',
    conclusion(names, tested, language),
    caution(
      found.length === 0
        ? UNMEASURED
        : {
            nl: `wie bleef, lijkt in ${names} niet op wie begon`,
            en: `in ${names}, those who stayed are not like those who began`,
          },
      language,
    ),
  ]);
}

const UNMEASURED: Text = {
  nl: 'op wat niet gemeten is, kunnen de groepen wel verschillen',
  en: 'on what was not measured, the groups may still differ',
};

function difference(
  { variable, difference: apart, d, ci }: LeaversNumbers,
  compared: number,
  language: Language,
): string {
  if (apart === null || d === null || ci === null) return '';
  const size = sizeOfD(d).word[language];
  const figure = say(Math.abs(d), language);
  const much = by(apart, HIGHER, language);
  const sure = ranging(ci, HIGHER, language);
  const one = compared === 1;
  return language === 'nl'
    ? `${one ? `Op ${variable}` : `Het grootste verschil is er op ${variable}:`} ${one ? 'scoorde wie afviel' : 'wie afviel scoorde'} gemiddeld ${much}, een ${size} verschil (d = ${figure}; ${one ? '' : 'op zichzelf '}waarschijnlijk ${sure}).`
    : `${one ? `On ${variable},` : `The largest difference is on ${variable}:`} those who left scored ${much} on average, a ${size} difference (d = ${figure}; ${one ? '' : 'on its own '}probably ${sure}).`;
}

/** Holm's p counts how many were compared; the interval before it does not. */
function conclusion(
  names: string,
  tested: readonly { readonly pHolm: number }[],
  language: Language,
): string {
  if (tested.length === 0) {
    return language === 'nl' ? 'Er was niets te vergelijken.' : 'There was nothing to compare.';
  }
  const p = sayP(Math.min(...tested.map(({ pHolm }) => pHolm)), language);
  const number = count(tested.length, language);
  if (tested.length === 1) {
    if (language === 'nl') return `Dat verschil is ${names === '' ? 'niet ' : ''}duidelijk (${p}).`;
    return `That difference is ${names === '' ? 'not ' : ''}clear (${p}).`;
  }
  if (language === 'nl') {
    return names === ''
      ? `Er zijn ${number} kenmerken vergeleken; telt dat mee (Holm), dan is op geen ervan het verschil duidelijk (kleinste ${p}).`
      : `Er zijn ${number} kenmerken vergeleken; telt dat mee (Holm), dan is het verschil duidelijk op ${names} (kleinste ${p}).`;
  }
  return names === ''
    ? `With ${number} features compared (Holm), the difference is clear on none of them (smallest ${p}).`
    : `With ${number} features compared (Holm), the difference is clear on ${names} (smallest ${p}).`;
}
