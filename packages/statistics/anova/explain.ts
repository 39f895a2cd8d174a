import { sizeOfD, sizeOfEtaSquared, sizeOfGeneralisedEtaSquared, type VerbalSize } from '../effect-size.ts';
import type { Interval, Language, Result, Text } from '../result.ts';
import {
  CHANGE,
  caution,
  chance,
  DIFFERENCE,
  HIGHER,
  list,
  paragraph,
  percent,
  ranging,
  say,
  sayP,
  UP,
} from '../words.ts';
import type { Factor } from './cells.ts';
import type { Contrast } from './contrasts.ts';
import type { FactorialResult } from './factorial.ts';
import type { MixedResult } from './mixed.ts';
import type { OneWayResult } from './one-way.ts';

/** Which group scores highest and lowest, how far apart, and how sure that is. */
export function explainOneWay(result: OneWayResult, language: Language): string {
  const robust = result.welch !== null && warned(result, 'unequal-variances');
  const pairs = robust ? result.gamesHowell : result.tukey;
  const widest = pairs.reduce((a, b) => (Math.abs(b.estimate) > Math.abs(a.estimate) ? b : a));
  const [low, high] = widest.estimate >= 0 ? widest.pair : [widest.pair[1], widest.pair[0]];
  const named = (level: string): string =>
    `${level} (${say(result.groups.find((group) => group.name === level)?.mean ?? Number.NaN, language)})`;
  const apart = say(Math.abs(widest.estimate), language);
  const sure = widest.ci === null ? '' : ranging(positive(widest.ci), HIGHER, language);
  const p = robust && result.welch ? result.welch.p : result.p;
  const share = result.groups.length > 2 ? percent(result.eta2, language) : undefined;
  const size =
    widest.d === null ? '' : `${sizeOfD(widest.d).word[language]} (d = ${say(Math.abs(widest.d), language)})`;
  return paragraph([
    language === 'nl'
      ? `Gemiddeld scoort groep ${named(high)} het hoogst en groep ${named(low)} het laagst: ${apart} punt verschil${sure && `, waarschijnlijk ${sure}`}.`
      : `On average group ${named(high)} scores highest and group ${named(low)} lowest: a difference of ${apart} points${sure && `, probably ${sure}`}.`,
    sizeAndShare(size, share, language),
    chance(p, DIFFERENCE, language),
    aboutSize(result, language),
  ]);
}

function sizeAndShare(size: string, share: string | undefined, language: Language): string {
  if (size === '') return '';
  if (language === 'nl') {
    return `Dat verschil is ${size}${share ? `; ${share} van alle verschillen in score ligt tussen de groepen` : ''}.`;
  }
  return `That difference is ${size}${share ? `; ${share} of all differences in scores lies between the groups` : ''}.`;
}

/** Which group scores highest and lowest, which factors the score clearly goes with, and which are left open. */
export function explainFactorial(result: FactorialResult, language: Language): string {
  const sorted = [...result.means].sort((a, b) => a.mean - b.mean);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const name = (cell: typeof lowest): string => `${nameOf(cell.between)} (${say(cell.mean, language)})`;
  const apart = say(highest.mean - lowest.mean, language);
  const verdicts = result.effects.map((effect) => ({
    ...effect,
    value: effect.partialEta2,
    size: sizeOfEtaSquared(effect.partialEta2),
    figure: share('η²p', effect.partialEta2, language),
    ends: endsOf(result, effect.term),
  }));
  return paragraph([
    language === 'nl'
      ? `Gemiddeld scoort groep ${name(highest)} het hoogst en groep ${name(lowest)} het laagst: ${apart} punt verschil.`
      : `On average group ${name(highest)} scores highest and group ${name(lowest)} lowest: a difference of ${apart} points.`,
    ...judged(verdicts, SCORE, language),
    aboutSize(result, language),
  ]);
}

/** How the mean moved from the first to the last measurement, how large that is, and how sure. */
export function explainRepeatedMeasures(result: MixedResult, language: Language): string {
  const [effect] = result.effects;
  const ends = lastAgainstFirst(result);
  // Two measurements have a difference in standard deviations, as a paired t-test of the same data says it.
  const dav = result.within.levels.length === 2 ? (ends?.d_av ?? null) : null;
  const word = (dav === null ? sizeOfGeneralisedEtaSquared(effect.ges) : sizeOfD(dav)).word[language];
  const figure = dav === null ? share('ges', effect.ges, language) : `d_av = ${say(Math.abs(dav), language)}`;
  const sure = ends?.ci ? ranging(ends.ci, UP, language) : '';
  const nl = language === 'nl';
  const which = {
    nl: dav === null ? 'De verandering over alle metingen is' : 'Die verandering is',
    en: dav === null ? 'The change over all measurements is' : 'That change is',
  }[language];
  const ofWhich = dav !== null ? '' : nl ? ' van eerste naar laatste' : ' from first to last';
  return paragraph([
    `${nl ? 'Gemiddeld' : 'On average'} ${course(result, language)}.`,
    `${which} ${word} (${figure})${sure && `;${ofWhich} ${nl ? 'waarschijnlijk' : 'probably'} ${sure}`}.`,
    chance(effect.p, CHANGE, language),
    aboutSize(result, language),
  ]);
}

/** Whether groups moved differently, which is mostly the question; then how all moved, and how groups differ. */
export function explainMixed(result: MixedResult, language: Language): string {
  const { within, effects } = result;
  const verdicts = effects.map((effect) => ({
    ...effect,
    value: effect.ges,
    size: sizeOfGeneralisedEtaSquared(effect.ges),
    figure: share('ges', effect.ges, language),
    ends: endsOf(result, effect.term),
  }));
  const inTime = (term: string): boolean => term.split(':').includes(within.name);
  const time = verdicts.find(({ term }) => term === within.name);
  const changes = verdicts
    .filter(({ term }) => term !== within.name && inTime(term))
    .map((verdict) => ({ ...verdict, term: withoutTime(verdict.term, within.name) }));
  const groups = verdicts.filter(({ term }) => !inTime(term));
  return paragraph([
    `${judgedTogether(changes, MOVE, language)}: ${courses(result, language)}.`,
    time ? overall(result, time.p, language) : '',
    `${judgedTogether(groups, ON_AVERAGE, language)}.`,
    (warned(result, 'types-differ') && caution(WEIGHTS[result.type], language)) ||
      aboutSize(result, language),
  ]);
}

const withoutTime = (term: string, time: string): string =>
  term
    .split(':')
    .filter((factor) => factor !== time)
    .join(':');

/** Over all groups: which way, how far, how sure. */
function overall(result: MixedResult, p: number, language: Language): string {
  const ends = lastAgainstFirst(result);
  const sure = ends?.ci ? ranging(ends.ci, UP, language) : '';
  const two = result.within.levels.length === 2;
  if (language === 'nl') {
    const which = two ? 'die verandering' : 'dat verloop';
    return `Gemiddeld over alle groepen ${course(result, 'nl')}${sure && ` (waarschijnlijk ${sure})`}; ${which} is ${p < 0.05 ? '' : 'niet '}duidelijk (${sayP(p, 'nl')}).`;
  }
  const which = two ? 'that change' : 'that pattern';
  return `On average over all groups ${course(result, 'en')}${sure && ` (probably ${sure})`}; ${which} is ${p < 0.05 ? '' : 'not '}clear (${sayP(p, 'en')}).`;
}

/** From the first to the last measurement; and the peak when it lies in between. */
function course(result: MixedResult, language: Language): string {
  const means = levelMeans(result);
  const { name, levels } = result.within;
  const last = levels.length - 1;
  const top = means.indexOf(Math.max(...means));
  const at = (place: number): string => `${say(means[place], language)} (${levelName(name, levels[place])})`;
  const peaked = top > 0 && top < last;
  const far = say(Math.abs(means[last] - means[0]), language);
  const [down, up] = UP[language];
  const way = means[last] < means[0] ? down : up;
  return language === 'nl'
    ? `ging de score van ${at(0)} naar ${at(last)}${peaked ? `, met de top bij ${levelName(name, levels[top])}` : ''}: ${far} punt ${way}`
    : `the score went from ${at(0)} to ${at(last)}${peaked ? `, with the top at ${levelName(name, levels[top])}` : ''}: ${far} points ${way}`;
}

const lastAgainstFirst = ({ within: { levels }, contrasts }: MixedResult): Contrast | undefined =>
  contrasts.find(
    ({ family, contrast }) =>
      family === 'pairwise' && contrast === `${levels[levels.length - 1]} - ${levels[0]}`,
  );

/** Of all groups together, as the type of sums of squares weighs them. */
function levelMeans({ within, means, type }: MixedResult): number[] {
  return within.levels.map((level) => {
    const cells = means.filter((cell) => cell.within[within.name] === level);
    return weighed(cells, type);
  });
}

function weighed(
  cells: readonly { readonly n: number; readonly mean: number }[],
  type: 'II' | 'III',
): number {
  const weights = cells.map(({ n }) => (type === 'II' ? n : 1));
  const total = weights.reduce((all, weight) => all + weight, 0);
  return cells.reduce((all, cell, i) => all + cell.mean * weights[i], 0) / total;
}

/** From first to last in both groups, or in the two that went furthest apart. */
function courses(result: MixedResult, language: Language): string {
  const { name: moment, levels } = result.within;
  const first = result.means.filter((cell) => cell.within[moment] === levels[0]);
  const last = result.means.filter((cell) => cell.within[moment] === levels[levels.length - 1]);
  const moves = first
    .map((cell, i) => ({ name: nameOf(cell.between), from: cell.mean, to: last[i].mean }))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const [most, least] = [moves[0], moves[moves.length - 1]].map(({ name, from, to }) => ({
    name,
    from: say(from, language),
    to: say(to, language),
  }));
  const two = moves.length === 2;
  return language === 'nl'
    ? `${two ? '' : 'het verst uiteen gaan '}${most.name} ${two ? 'ging ' : ''}van ${most.from} naar ${most.to} en ${least.name} van ${least.from} naar ${least.to}`
    : `${two ? '' : 'furthest apart are '}${most.name} ${two ? 'went ' : ''}from ${most.from} to ${most.to} and ${least.name} from ${least.from} to ${least.to}`;
}

interface Verdict {
  /** Factors with colons. */
  readonly term: string;
  readonly p: number;
  /** Its effect size, with a word for it and as it is written. */
  readonly value: number;
  readonly size: VerbalSize;
  readonly figure: string;
  /** For one factor, the levels with the highest and the lowest mean. */
  readonly ends: Ends | undefined;
}

interface Ends {
  readonly highest: string;
  readonly lowest: string;
}

/** What differs, as the subject of “verschilt” and “differs”. */
interface Subject {
  readonly what: Text;
  /** Whether the highest and lowest level are worth saying: not of a change. */
  readonly levels: boolean;
}

const SCORE: Subject = { what: { nl: 'de score', en: 'the score' }, levels: true };
const ON_AVERAGE: Subject = {
  what: { nl: 'de score over alle metingen', en: 'the score over all measurements' },
  levels: true,
};
const MOVE: Subject = { what: { nl: 'de verandering', en: 'the change' }, levels: false };

/** The terms that the data speak for, the largest with their figures; then those that they leave open. */
function judged(terms: readonly Verdict[], subject: Subject, language: Language): readonly string[] {
  const [seen, open] = [clearOf(terms, subject, language), openOf(terms, language)];
  const what = subject.what[language];
  return [
    seen && `${capital(what)} ${CLEARLY[language]} ${seen}.`,
    open && `${unclear(what, open, language)}.`,
  ];
}

/** The same in one clause. */
function judgedTogether(terms: readonly Verdict[], subject: Subject, language: Language): string {
  const [seen, open] = [clearOf(terms, subject, language), openOf(terms, language)];
  const what = subject.what[language];
  if (seen === '') return unclear(what, open, language);
  const rest = open && `, ${{ nl: 'niet duidelijk', en: 'not clearly' }[language]} ${open.names}`;
  return `${capital(what)} ${CLEARLY[language]} ${seen}${rest}`;
}

const CLEARLY: Text = { nl: 'verschilt duidelijk', en: 'clearly differs' };

const unclear = (what: string, open: Open | '', language: Language): string =>
  open === ''
    ? ''
    : language === 'nl'
      ? `Of ${what} ${open.names} verschilt, is niet duidelijk (${open.p})`
      : `Whether ${what} differs ${open.names} is not clear (${open.p})`;

/** With more of them, figures are left to the table. */
const MOST_FIGURES = 2;

function clearOf(terms: readonly Verdict[], { levels }: Subject, language: Language): string {
  const clear = terms.filter(({ p }) => p < 0.05).sort((a, b) => b.value - a.value);
  if (clear.length === 0) return '';
  const names = clear.map(({ term, p, size, figure, ends }, place) => {
    if (place >= MOST_FIGURES) return nameOfTerm(term, language);
    const order = levels && ends ? `${against(ends, language)}; ` : '';
    const sure = clear.length === 1 ? `, ${sayP(p, language)}` : '';
    return `${nameOfTerm(term, language)} (${order}${size.word[language]} effect, ${figure}${sure})`;
  });
  return `${PER[language]} ${list(names, language)}`;
}

interface Open {
  readonly names: string;
  readonly p: string;
}

/** The smallest p of those that are left open says how open they are. */
function openOf(terms: readonly Verdict[], language: Language): Open | '' {
  const open = terms.filter(({ p }) => p >= 0.05);
  if (open.length === 0) return '';
  const p = sayP(Math.min(...open.map((verdict) => verdict.p)), language);
  const names = list(
    open.map(({ term }) => nameOfTerm(term, language)),
    language,
  );
  const smallest = { nl: 'kleinste ', en: 'smallest ' }[language];
  return { names: `${PER[language]} ${names}`, p: open.length === 1 ? p : smallest + p };
}

const PER: Text = { nl: 'per', en: 'by' };

function nameOfTerm(term: string, language: Language): string {
  const factors = term.split(':');
  if (factors.length === 1) return term;
  return `${language === 'nl' ? 'combinatie' : 'the combination'} ${factors.join(' × ')}`;
}

const against = ({ highest, lowest }: Ends, language: Language): string =>
  language === 'nl' ? `${highest} het hoogst, ${lowest} het laagst` : `${highest} highest, ${lowest} lowest`;

/** Of one factor of groups, over the others. */
function endsOf(
  { between, means, type }: Pick<FactorialResult, 'between' | 'means' | 'type'>,
  term: string,
): Ends | undefined {
  const factor: Factor | undefined = between.find(({ name }) => name === term);
  if (!factor) return undefined;
  const sorted = factor.levels
    .map((level) => ({
      level,
      mean: weighed(
        means.filter((cell) => cell.between[term] === level),
        type,
      ),
    }))
    .sort((a, b) => b.mean - a.mean);
  return { highest: sorted[0].level, lowest: sorted[sorted.length - 1].level };
}

/** “vo”, “cohort 2”: a level that is a number needs its factor. */
const levelName = (factor: string, level: string): string =>
  /^\d/.test(level) ? `${factor} ${level}` : level;

const nameOf = (between: Readonly<Record<string, string>>): string =>
  Object.entries(between)
    .map(([factor, level]) => levelName(factor, level))
    .join(', ');

/** A share of variance; a very small one is not said to be zero. */
function share(name: string, value: number, language: Language): string {
  return value < 0.001 ? `${name} < ${say(0.001, language, 3)}` : `${name} = ${say(value, language, 3)}`;
}

/** The interval of a difference as it is when the higher one comes first. */
const positive = (ci: Interval): Interval => (ci[0] + ci[1] < 0 ? [-ci[1], -ci[0]] : ci);

const WEIGHTS: Readonly<Record<MixedResult['type'], Text>> = {
  II: {
    nl: 'elk geval telt hier even zwaar, en de groepen verschillen sterk in grootte; anders gewogen is de uitkomst anders',
    en: 'every case counts equally here, and the groups differ much in size; weighed otherwise, the outcome is different',
  },
  III: {
    nl: 'elke groep telt hier even zwaar, en de groepen verschillen sterk in grootte; anders gewogen is de uitkomst anders',
    en: 'every group counts equally here, and the groups differ much in size; weighed otherwise, the outcome is different',
  },
};

const aboutSize = (result: Result, language: Language): string =>
  warned(result, 'small-groups') || warned(result, 'few-cases') ? caution(FEW_CASES, language) : '';

const FEW_CASES: Text = {
  nl: 'er zijn weinig gevallen, dus een volgende keer kan de uitkomst anders zijn',
  en: 'there are few cases, so another time the outcome may differ',
};

const warned = (result: Result, code: string): boolean =>
  result.warnings.some((warning) => warning.code === code);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
