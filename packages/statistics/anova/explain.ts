import { sizeOfD, sizeOfEtaSquared, sizeOfGeneralisedEtaSquared, type VerbalSize } from '../effect-size.ts';
import type { Interval, Language, Result } from '../result.ts';
import { between, CHANGE, chance, DIFFERENCE, percent, say, sayP } from '../words.ts';
import type { Contrast } from './contrasts.ts';
import type { FactorialResult } from './factorial.ts';
import type { MixedResult } from './mixed.ts';
import type { OneWayResult } from './one-way.ts';

/** Which group scores highest and lowest, how far apart, and how sure that is. */
export function explainOneWay(result: OneWayResult, language: Language): string {
  const robust = result.welch !== null && warned(result, 'unequal-variances');
  const pairs = robust ? result.gamesHowell : result.tukey;
  const widest = pairs.reduce((a, b) => (Math.abs(b.difference) > Math.abs(a.difference) ? b : a));
  const [low, high] = widest.difference >= 0 ? widest.pair : [widest.pair[1], widest.pair[0]];
  const meanOf = (level: string): string =>
    say(result.groups.find((group) => group.level === level)?.mean ?? Number.NaN, language);
  const apart = say(Math.abs(widest.difference), language);
  const p = robust && result.welch ? result.welch.p : result.p;
  const nl = language === 'nl';
  return join([
    nl
      ? `Gemiddeld scoort ${high} het hoogst (${meanOf(high)}) en ${low} het laagst (${meanOf(low)}): ${apart} punt verschil.`
      : `On average ${high} scores highest (${meanOf(high)}) and ${low} lowest (${meanOf(low)}): a difference of ${apart} points.`,
    sized('d', widest.d, sizeOfD, language) + probably(positive(widest.ci), language),
    result.groups.length > 2
      ? nl
        ? `De groep verklaart ${percent(result.eta2, 'nl')} van de verschillen in score (een ${sizeOfEtaSquared(result.eta2).word.nl} effect).`
        : `The group accounts for ${percent(result.eta2, 'en')} of the differences in scores (a ${sizeOfEtaSquared(result.eta2).word.en} effect).`
      : '',
    chance(p, DIFFERENCE, language),
    aboutSize(result, language),
  ]);
}

/** Which factors matter, and which group scores highest and lowest. */
export function explainFactorial(result: FactorialResult, language: Language): string {
  const sorted = [...result.means].sort((a, b) => a.mean - b.mean);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const name = (cell: typeof lowest): string =>
    `${Object.values(cell.between).join(' × ')} (${say(cell.mean, language)})`;
  return join([
    language === 'nl'
      ? `Gemiddeld scoort ${name(highest)} het hoogst en ${name(lowest)} het laagst: ${say(highest.mean - lowest.mean, 'nl')} punt verschil.`
      : `On average ${name(highest)} scores highest and ${name(lowest)} lowest: a difference of ${say(highest.mean - lowest.mean, 'en')} points.`,
    verdicts(
      result.effects.map((effect) => ({
        ...effect,
        size: sizeOfEtaSquared(effect.partialEta2),
        figure: share('η²p', effect.partialEta2, language),
      })),
      undefined,
      language,
    ),
    aboutSize(result, language),
  ]);
}

/** How the mean moved from the first to the last measurement, how large that is, and how sure. */
export function explainRepeatedMeasures(result: MixedResult, language: Language): string {
  const [effect] = result.effects;
  return join([course(result, language), ...overall(result, effect, language), aboutSize(result, language)]);
}

/** How the mean moved over all groups, whether groups moved differently, and whether they differ on average. */
export function explainMixed(result: MixedResult, language: Language): string {
  const time = result.effects.find((effect) => effect.term === result.within.name);
  const others = result.effects.filter((effect) => effect !== time);
  return join([
    course(result, language),
    ...(time ? overall(result, time, language) : []),
    courses(result, language),
    verdicts(
      others.map((effect) => ({
        ...effect,
        size: sizeOfGeneralisedEtaSquared(effect.ges),
        figure: share('ges', effect.ges, language),
      })),
      result.within.name,
      language,
    ),
    warned(result, 'types-differ') ? aboutWeights(result, language) : '',
    aboutSize(result, language),
  ]);
}

/** First to last, and the peak or dip when it lies between them. */
function course(result: MixedResult, language: Language): string {
  const means = levelMeans(result);
  const { levels } = result.within;
  const last = levels.length - 1;
  const change = means[last] - means[0];
  const top = means.indexOf(Math.max(...means));
  const nl = language === 'nl';
  const value = (place: number): string => say(means[place], language);
  const peak =
    top > 0 && top < last
      ? nl
        ? `, met het hoogste gemiddelde bij ${levels[top]} (${value(top)})`
        : `, with the highest mean at ${levels[top]} (${value(top)})`
      : '';
  const groups =
    result.between.length === 0 ? '' : nl ? ' over alle groepen samen' : ' over all groups together';
  return nl
    ? `Gemiddeld${groups} ging de score van ${value(0)} (${levels[0]}) naar ${value(last)} (${levels[last]}): ${say(Math.abs(change), 'nl')} punt ${change < 0 ? 'omlaag' : 'omhoog'}${peak}.`
    : `On average${groups} the score went from ${value(0)} (${levels[0]}) to ${value(last)} (${levels[last]}): ${change < 0 ? 'down' : 'up'} ${say(Math.abs(change), 'en')} points${peak}.`;
}

/** Of all groups together, as the type of sums of squares weighs them. */
function levelMeans({ within, means, type }: MixedResult): number[] {
  return within.levels.map((level) => {
    const cells = means.filter((cell) => cell.level === level);
    const weights = cells.map(({ n }) => (type === 'II' ? n : 1));
    const total = weights.reduce((all, weight) => all + weight, 0);
    return cells.reduce((all, cell, i) => all + cell.mean * weights[i], 0) / total;
  });
}

/** Size and chance of the change, with the interval from first to last. */
function overall(
  result: MixedResult,
  effect: MixedResult['effects'][number] | undefined,
  language: Language,
): string[] {
  if (!effect) return [];
  const { levels } = result.within;
  const name = `${levels[levels.length - 1]} - ${levels[0]}`;
  const ends: Contrast | undefined = result.contrasts.find(
    (contrast) => contrast.family === 'pairwise' && contrast.contrast === name,
  );
  // Two measurements have a difference in standard deviations, as a paired t-test of the same data says it.
  const dav = levels.length === 2 ? (ends?.dav ?? null) : null;
  const two = dav !== null;
  const word = (two ? sizeOfD(dav) : sizeOfGeneralisedEtaSquared(effect.ges)).word[language];
  const figure = two ? `d_av = ${say(Math.abs(dav), language)}` : share('ges', effect.ges, language);
  if (language === 'nl') {
    const size = two ? 'Die verandering is' : 'Over alle metingen samen is de verandering';
    const from = two ? 'zij ligt' : 'van de eerste naar de laatste ligt zij';
    const range = ends?.ci ? `; ${from} waarschijnlijk ${between(ends.ci, 'nl')}` : '';
    return [`${size} ${word} (${figure})${range}.`, chance(effect.p, CHANGE, 'nl')];
  }
  const size = two ? 'That change is' : 'Over all measurements together the change is';
  const from = two ? 'it' : 'from the first to the last it';
  const range = ends?.ci ? `; ${from} probably lies ${between(ends.ci, 'en')}` : '';
  return [`${size} ${word} (${figure})${range}.`, chance(effect.p, CHANGE, 'en')];
}

/** Per group its change, when the groups are few enough to read. */
function courses(result: MixedResult, language: Language): string {
  const { levels } = result.within;
  const first = result.means.filter((cell) => cell.level === levels[0]);
  const last = result.means.filter((cell) => cell.level === levels[levels.length - 1]);
  if (first.length > 6) return '';
  const [from, to] = language === 'nl' ? ['van', 'naar'] : ['from', 'to'];
  const changes = first.map((cell, i) => {
    const name = Object.values(cell.between).join(' × ');
    return `${name} ${from} ${say(cell.mean, language)} ${to} ${say(last[i].mean, language)}`;
  });
  return language === 'nl' ? `Per groep: ${changes.join(', ')}.` : `By group: ${changes.join(', ')}.`;
}

interface Verdict {
  readonly term: string;
  readonly p: number;
  readonly size: VerbalSize;
  readonly figure: string;
}

/** Which terms of the design the data speak for, and which they leave open. */
function verdicts(terms: readonly Verdict[], within: string | undefined, language: Language): string {
  const nl = language === 'nl';
  const listed = (chosen: readonly Verdict[], conjunction: string, sizes: boolean): string =>
    chosen
      .map(({ term, p, size, figure }) => {
        const figures = [...(sizes ? [size.word[language]] : []), figure, sayP(p, language)].join(', ');
        return `${conjunction} ${differs(term.split(':'), within, language)} (${figures})`;
      })
      .join(nl ? ' en ' : ' and ');
  const seen = terms.filter(({ p }) => p < 0.05);
  const open = terms.filter(({ p }) => p >= 0.05);
  return join([
    seen.length === 0
      ? ''
      : nl
        ? `Er zijn aanwijzingen ${listed(seen, 'dat', true)}.`
        : `There are signs ${listed(seen, 'that', true)}.`,
    open.length === 0
      ? ''
      : nl
        ? `Niet duidelijk is ${listed(open, 'of', false)}.`
        : `It is not clear ${listed(open, 'whether', false)}.`,
  ]);
}

function differs(factors: readonly string[], within: string | undefined, language: Language): string {
  const groups = factors.filter((factor) => factor !== within);
  const change = groups.length < factors.length;
  if (language === 'nl') {
    const names = groups.length === 1 ? groups[0] : `combinatie van ${groups.join(' en ')}`;
    return `de ${change ? 'verandering' : 'score'} per ${names} verschilt`;
  }
  const names = groups.length === 1 ? groups[0] : `combination of ${groups.join(' and ')}`;
  return `the ${change ? 'change' : 'score'} differs by ${names}`;
}

/** A share of variance; a very small one is not said to be zero. */
function share(name: string, value: number, language: Language): string {
  return value < 0.001 ? `${name} < ${say(0.001, language, 3)}` : `${name} = ${say(value, language, 3)}`;
}

function sized(
  name: string,
  value: number | null,
  sizeOf: (value: number) => VerbalSize,
  language: Language,
): string {
  if (value === null) return '';
  const figure = say(Math.abs(value), language);
  const word = sizeOf(value).word[language];
  return language === 'nl'
    ? `Dat is een ${word} verschil (${name} = ${figure})`
    : `That is a ${word} difference (${name} = ${figure})`;
}

function probably(ci: Interval | null, language: Language): string {
  if (ci === null) return '';
  return language === 'nl'
    ? `; het ligt waarschijnlijk ${between(ci, 'nl')}.`
    : `; it probably lies ${between(ci, 'en')}.`;
}

/** The interval of a difference as it is when the higher one comes first. */
function positive(ci: Interval | null): Interval | null {
  return ci !== null && ci[0] + ci[1] < 0 ? [-ci[1], -ci[0]] : ci;
}

function aboutWeights({ type }: MixedResult, language: Language): string {
  const [nl, en] = type === 'III' ? ['elke groep', 'every group'] : ['elk geval', 'every case'];
  return language === 'nl'
    ? `Let op: hier telt ${nl} even zwaar, en de groepen verschillen sterk in grootte; anders gewogen is de uitkomst anders.`
    : `Mind that ${en} counts equally here, and the groups differ much in size; weighed otherwise, the outcome is different.`;
}

function aboutSize(result: Result, language: Language): string {
  if (!warned(result, 'small-groups')) return '';
  return language === 'nl'
    ? 'Let op: er zijn weinig gevallen, dus een volgende keer kan de uitkomst anders zijn.'
    : 'Mind that there are few cases: another time the outcome may differ.';
}

const warned = (result: Result, code: string): boolean =>
  result.warnings.some((warning) => warning.code === code);

const join = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');
