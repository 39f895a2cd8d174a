import type { Interval, Language } from '../result.ts';
import { between, CHANGE, chance, count, DIFFERENCE, percent, say } from '../words.ts';
import type { OneSampleTResult, PairedTResult, TTestResult, TwoSampleTResult } from './t-test.ts';

/** Three or four sentences: which way and how far, how large and how sure, what chance does, and whether the group is small. */
export function explainTTest(result: TTestResult, language: Language): string {
  const what = result.kind === 'paired' ? CHANGE : DIFFERENCE;
  const small = result.warnings.find(({ code }) => code === 'small-group');
  const sentences = [
    found(result, language),
    howLarge(result, language),
    chance(result.p, what, language),
    ...(small ? [small.text[language]] : []),
  ];
  return sentences.join(' ');
}

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
      return `Het gemiddelde van ${count(result.n, 'nl')} scores is ${mean}: gelijk aan de ${reference} waarmee het is vergeleken.`;
    return `Het gemiddelde van ${count(result.n, 'nl')} scores is ${mean}: ${apart} ${up ? 'hoger' : 'lager'} dan de ${reference} waarmee het is vergeleken.`;
  }
  if (mean === reference)
    return `The mean of ${count(result.n, 'en')} scores is ${mean}: equal to the ${reference} it was compared with.`;
  return `The mean of ${count(result.n, 'en')} scores is ${mean}: ${apart} ${up ? 'higher' : 'lower'} than the ${reference} it was compared with.`;
}

function ofPairs(result: PairedTResult, language: Language): string {
  const shown = number(result, language);
  const [first, second] = result.groups.map(({ mean }) => shown(mean));
  const apart = shown(Math.abs(result.difference));
  const up = result.difference > 0;
  if (language === 'nl') {
    if (first === second)
      return `Gemiddeld bleef de score gelijk: ${first} (${count(result.n, 'nl')} paren).`;
    return `Gemiddeld ging de score van ${first} naar ${second} ${up ? 'omhoog' : 'omlaag'}: ${apart} punt (${count(result.n, 'nl')} paren).`;
  }
  if (first === second)
    return `On average the score stayed the same: ${first} (${count(result.n, 'en')} pairs).`;
  return `On average the score went ${up ? 'up' : 'down'} from ${first} to ${second}: ${apart} points (${count(result.n, 'en')} pairs).`;
}

function ofTwoGroups(result: TwoSampleTResult, language: Language): string {
  const shown = number(result, language);
  const [a, b] = result.groups;
  const apart = shown(Math.abs(result.difference));
  const up = result.difference > 0;
  const [first, second] = [shown(a.mean), shown(b.mean)];
  if (language === 'nl') {
    const how = first === second ? 'gelijk' : `${apart} ${up ? 'hoger' : 'lager'}`;
    return `In groep ${a.name} is het gemiddelde ${first} (n = ${count(a.n, 'nl')}) en in groep ${b.name} ${second} (n = ${count(b.n, 'nl')}): ${how}.`;
  }
  const how = first === second ? 'the same' : `${apart} ${up ? 'higher' : 'lower'}`;
  return `The mean is ${first} in group ${a.name} (n = ${count(a.n, 'en')}) and ${second} in group ${b.name} (n = ${count(b.n, 'en')}): ${how}.`;
}

/** In the direction that the first sentence gave, so that a fall of 0.2 does not read as one of −0.2. */
function howLarge(result: TTestResult, language: Language): string {
  const { size, level } = result;
  const effect = size && result.effects.find(({ name }) => name === size.of);
  const ci: Interval = result.difference < 0 ? [-result.ci[1], -result.ci[0]] : result.ci;
  const range = between(ci, language, decimalsFor(result));
  const sure = percent(level, language);
  const both = ci[0] < 0 && ci[1] > 0;
  if (language === 'nl') {
    const real = result.kind === 'paired' ? 'De echte verandering' : 'Het echte verschil';
    const probably = `${real} ligt waarschijnlijk ${range}${both ? ', en kan dus ook nul zijn' : ''} (${sure}-interval).`;
    if (!size || !effect) return probably;
    return `Dat is een ${size.word.nl} verschil (d = ${say(Math.abs(effect.estimate), 'nl')}). ${probably}`;
  }
  const real = result.kind === 'paired' ? 'The real change' : 'The real difference';
  const probably = `${real} probably lies ${range}${both ? ', and may be zero' : ''} (${sure} interval).`;
  if (!size || !effect) return probably;
  return `That is a ${size.word.en} difference (d = ${say(Math.abs(effect.estimate), 'en')}). ${probably}`;
}

const number = (result: TTestResult, language: Language) => (value: number) =>
  say(value, language, decimalsFor(result));

/** Two, and more for scores that differ only further behind the point. */
function decimalsFor({ groups }: TTestResult): number {
  const spread = Math.max(...groups.map(({ sd }) => sd));
  return Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(spread))));
}
