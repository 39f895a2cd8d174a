import type { Language, Text } from '../result.ts';
import {
  CHANGE,
  cases,
  caution,
  chance,
  count,
  DIFFERENCE,
  few,
  HIGHER,
  paragraph,
  percent,
  ranging,
  say,
  UP,
} from '../words.ts';
import type { OneSampleTResult, PairedTResult, TTestResult, TwoSampleTResult } from './t-test.ts';

/** Which way, how far and how large; how sure; what chance does; and whether the group is small. */
export function explainTTest(result: TTestResult, language: Language): string {
  const what = result.kind === 'paired' ? CHANGE : DIFFERENCE;
  const small = result.warnings.some(({ code }) => code === 'small-groups' || code === 'few-cases');
  const smallest = Math.min(...result.groups.map(({ n }) => n));
  return paragraph([
    `${found(result, language)}${howLarge(result, language)}.`,
    howSure(result, language),
    chance(result.p, what, language),
    small
      ? caution(
          result.groups.length === 1 || result.kind === 'paired'
            ? few(cases(smallest))
            : smallGroup(smallest),
          language,
        )
      : '',
  ]);
}

const smallGroup = (n: number): Text => ({
  nl: `de kleinste groep heeft maar ${cases(n).nl}; een volgende keer kan de uitkomst flink anders zijn`,
  en: `the smallest group has only ${cases(n).en}; another time the outcome may well differ`,
});

function found(result: TTestResult, language: Language): string {
  switch (result.kind) {
    case 'one-sample':
      return ofOneSample(result, language);
    case 'paired':
      return ofPairs(result, language);
    default:
      return ofTwoGroups(result, language);
  }
}

function ofOneSample(result: OneSampleTResult, language: Language): string {
  const shown = number(result, language);
  const mean = shown(result.groups[0].mean);
  const reference = shown(result.reference);
  const apart = shown(Math.abs(result.difference));
  const up = result.difference > 0;
  if (language === 'nl') {
    if (mean === reference)
      return `Het gemiddelde van ${count(result.n, 'nl')} scores is ${mean}: gelijk aan de ${reference} waarmee het is vergeleken`;
    return `Het gemiddelde van ${count(result.n, 'nl')} scores is ${mean}: ${apart} ${up ? 'hoger' : 'lager'} dan de ${reference} waarmee het is vergeleken`;
  }
  if (mean === reference)
    return `The mean of ${count(result.n, 'en')} scores is ${mean}: equal to the ${reference} it was compared with`;
  return `The mean of ${count(result.n, 'en')} scores is ${mean}: ${apart} ${up ? 'higher' : 'lower'} than the ${reference} it was compared with`;
}

function ofPairs(result: PairedTResult, language: Language): string {
  const shown = number(result, language);
  const [first, second] = result.groups.map(({ mean }) => shown(mean));
  const apart = shown(Math.abs(result.difference));
  const up = result.difference > 0;
  if (language === 'nl') {
    if (first === second) return `Gemiddeld bleef de score gelijk: ${first} (${count(result.n, 'nl')} paren)`;
    return `Gemiddeld ging de score van ${first} naar ${second} (${count(result.n, 'nl')} paren): ${apart} punt ${up ? 'omhoog' : 'omlaag'}`;
  }
  if (first === second)
    return `On average the score stayed the same: ${first} (${count(result.n, 'en')} pairs)`;
  return `On average the score went from ${first} to ${second} (${count(result.n, 'en')} pairs): ${apart} points ${up ? 'up' : 'down'}`;
}

function ofTwoGroups(result: TwoSampleTResult, language: Language): string {
  const shown = number(result, language);
  const [a, b] = result.groups;
  const apart = shown(Math.abs(result.difference));
  const up = result.difference > 0;
  const [first, second] = [shown(a.mean), shown(b.mean)];
  if (language === 'nl') {
    const how = first === second ? 'gelijk' : `${apart} ${up ? 'hoger' : 'lager'}`;
    return `In groep ${a.name} is het gemiddelde ${first} (n = ${count(a.n, 'nl')}) en in groep ${b.name} ${second} (n = ${count(b.n, 'nl')}): ${how}`;
  }
  const how = first === second ? 'the same' : `${apart} ${up ? 'higher' : 'lower'}`;
  return `The mean is ${first} in group ${a.name} (n = ${count(a.n, 'en')}) and ${second} in group ${b.name} (n = ${count(b.n, 'en')}): ${how}`;
}

/** “, a large difference (d = 0.84)”; nothing when there is no figure for it. */
function howLarge({ size, effects, difference }: TTestResult, language: Language): string {
  const effect = size && effects.find(({ name }) => name === size.of);
  if (!size || !effect || difference === 0) return '';
  const figure = `d = ${say(Math.abs(effect.estimate), language)}`;
  return language === 'nl'
    ? `, een ${size.word.nl} verschil (${figure})`
    : `, a ${size.word.en} difference (${figure})`;
}

function howSure(result: TTestResult, language: Language): string {
  const { ci, level, kind } = result;
  const paired = kind === 'paired';
  const range = ranging(ci, paired ? UP : HIGHER, language, decimalsFor(result));
  const sure = percent(level, language);
  const both = ci[0] < 0 && ci[1] > 0;
  return language === 'nl'
    ? `${paired ? 'De echte verandering' : 'Het echte verschil'} ligt waarschijnlijk ${range}${both ? ', en kan dus ook nul zijn' : ''} (${sure}-interval).`
    : `The real ${paired ? 'change' : 'difference'} probably lies ${range}${both ? ', and may be zero' : ''} (${sure} interval).`;
}

const number = (result: TTestResult, language: Language) => (value: number) =>
  say(value, language, decimalsFor(result));

/** Two, and more for scores that differ only further behind the point. */
function decimalsFor({ groups }: TTestResult): number {
  const spread = Math.max(...groups.map(({ sd }) => sd));
  return Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(spread))));
}
