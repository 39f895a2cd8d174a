import { sizeOfD } from '../effect-size.ts';
import type { Language } from '../result.ts';
import { between, chance, count, DIFFERENCE, percent, say } from '../words.ts';
import type { LeaversNumbers, LeaversResult } from './leavers.ts';
import type { MissingResult } from './patterns.ts';
import type { TrendResult } from './trend.ts';

export function explainTrend(result: TrendResult, language: Language): string {
  const { filled, values, n, analysis } = result;
  const cells = values.reduce((total, column) => total + column.length, 0);
  const share = percent(filled.length / cells, language, 1);
  if (language === 'nl') {
    const first = `Van ${count(n, 'nl')} gevallen zijn ${count(filled.length, 'nl')} ontbrekende waarden ingevuld (${share} van alle waarden)`;
    return analysis === 'trend-at-point'
      ? `${first}, elk uit de rechte lijn door de eigen andere waarden van dat geval. Ingevulde waarden zijn een schatting: wie erop verder rekent, wordt iets te zeker. Vergelijk de uitkomst daarom met die van alleen de complete gevallen.`
      : `${first}, uit een lijn over de volgorde van de rijen. Zo’n waarde zegt niets over het geval zelf; deze methode is er om eerder gepubliceerde cijfers na te rekenen.`;
  }
  const first = `In ${count(n, 'en')} cases, ${count(filled.length, 'en')} missing values were filled in (${share} of all values)`;
  return analysis === 'trend-at-point'
    ? `${first}, each from the straight line through that case’s own other values. Filled-in values are estimates: whoever goes on with them becomes a little too sure. So compare with the outcome of the complete cases alone.`
    : `${first}, from a line over the order of the rows. Such a value says nothing about the case itself; this method is here to recompute figures that were published.`;
}

export function explainMissing(result: MissingResult, language: Language): string {
  const { n, completeCases, columns, littleTest } = result;
  const worst = columns.reduce((most, column) => (column.missing > most.missing ? column : most));
  if (completeCases === n) {
    return language === 'nl'
      ? `Alle ${count(n, 'nl')} rijen zijn compleet: er ontbreekt niets.`
      : `All ${count(n, 'en')} rows are complete: nothing is missing.`;
  }
  const share = percent(completeCases / n, language);
  const sentences =
    language === 'nl'
      ? [
          `Van de ${count(n, 'nl')} rijen zijn er ${count(completeCases, 'nl')} compleet (${share}). Het meest ontbreekt ${worst.column}: ${count(worst.missing, 'nl')} keer (${percent(worst.share, 'nl', 1)}).`,
        ]
      : [
          `Of ${count(n, 'en')} rows, ${count(completeCases, 'en')} are complete (${share}). Missing most is ${worst.column}: ${count(worst.missing, 'en')} times (${percent(worst.share, 'en', 1)}).`,
        ];
  if (littleTest)
    sentences.push(chance(littleTest.p, LINK[language], language), AFTER[language](littleTest.p));
  return sentences.join(' ');
}

const LINK = {
  nl: { nl: 'verband tussen gaten en scores', en: '' },
  en: { nl: '', en: 'a link between gaps and scores' },
};

const AFTER = {
  nl: (p: number): string =>
    p < 0.05
      ? 'Wie waarden mist, scoort op de rest dus waarschijnlijk anders: alleen de complete rijen gebruiken kan het beeld vertekenen.'
      : 'Dat sluit niet uit dat juist wie laag scoort niet antwoordde: dat is aan de gegevens zelf niet te zien.',
  en: (p: number): string =>
    p < 0.05
      ? 'So those who miss values probably score differently on the rest: using only the complete rows may distort the picture.'
      : 'That does not rule out that it was those with low scores who did not answer: the data themselves cannot show that.',
};

/** The variable on which leavers and stayers differ most, by d. */
export function explainLeavers(result: LeaversResult, language: Language): string {
  const { stayed, left, numbers, categories } = result;
  const total = stayed.count + left.count;
  const who =
    language === 'nl'
      ? `${count(left.count, 'nl')} van de ${count(total, 'nl')} vielen af (${percent(left.count / total, 'nl')}).`
      : `${count(left.count, 'en')} of ${count(total, 'en')} left (${percent(left.count / total, 'en')}).`;
  const most = numbers.reduce<LeaversNumbers | undefined>(
    (found, one) => (Math.abs(one.d ?? 0) > Math.abs(found?.d ?? 0) ? one : found),
    undefined,
  );
  const tested = [...numbers, ...categories].filter(({ pHolm }) => pHolm !== null);
  const found = tested.filter(({ pHolm }) => pHolm !== null && pHolm < 0.05).map(({ variable }) => variable);
  return [
    who,
    ...(most ? [difference(most, language)] : []),
    conclusion(found, tested.length, language),
  ].join(' ');
}

function difference({ variable, difference: by, d, ci, pHolm }: LeaversNumbers, language: Language): string {
  if (by === null || d === null || ci === null || pHolm === null) return '';
  const size = sizeOfD(d).word[language];
  const amount = say(Math.abs(by), language);
  const figure = say(Math.abs(d), language);
  const range = between(ci, language);
  const direction = { nl: by < 0 ? 'lager' : 'hoger', en: by < 0 ? 'lower' : 'higher' };
  return language === 'nl'
    ? `Het grootste verschil is er op ${variable}: wie afviel scoorde gemiddeld ${amount} ${direction.nl}, een ${size} verschil (d = ${figure}; het verschil ligt waarschijnlijk ${range}). ${chance(pHolm, DIFFERENCE, 'nl')}`
    : `The largest difference is on ${variable}: those who left scored ${amount} ${direction.en} on average, a ${size} difference (d = ${figure}; it probably lies ${range}). ${chance(pHolm, DIFFERENCE, 'en')}`;
}

function conclusion(found: readonly string[], tested: number, language: Language): string {
  const names = found.join(', ');
  if (language === 'nl') {
    return found.length === 0
      ? `Op geen van de ${count(tested, 'nl')} vergeleken kenmerken is een duidelijk verschil te zien; op wat niet gemeten is kunnen de groepen wel verschillen.`
      : `Een duidelijk verschil is er op: ${names}. Wie bleef is daarin dus geen doorsnee van wie begon.`;
  }
  return found.length === 0
    ? `On none of the ${count(tested, 'en')} features compared is there a clear difference; on what was not measured, the groups may differ.`
    : `There is a clear difference on: ${names}. In this, those who stayed are not a cross-section of those who began.`;
}
