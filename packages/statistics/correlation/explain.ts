import type { Language } from '../result.ts';
import {
  association,
  between,
  cases,
  caution,
  chance,
  count,
  only,
  paragraph,
  percent,
  RELATION,
  say,
} from '../words.ts';
import type { CorrelationKind, CorrelationResult } from './correlation.ts';
import type { CorrelationMatrixResult, CorrelationPair } from './matrix.ts';

/** What goes together with what, how strongly and how sure; and that this does not say what causes what. */
export function explainCorrelation(result: CorrelationResult, language: Language): string {
  const small = result.warnings.some(({ code }) => code === 'few-cases');
  return paragraph([
    direction(result, language),
    strength(result, language),
    chance(result.p, RELATION, language),
    caution(association(small ? only(cases(result.n)) : undefined), language),
  ]);
}

/** The strongest relation, and how many of them are clear, all together. */
export function explainCorrelationMatrix(result: CorrelationMatrixResult, language: Language): string {
  const found = result.pairs.filter(
    (pair): pair is CorrelationPair & { r: number; p: number } => pair.r !== null,
  );
  if (found.length === 0) {
    return language === 'nl'
      ? 'Van geen enkel paar kolommen is een samenhang te berekenen.'
      : 'No two of these columns have a correlation that can be computed.';
  }
  const strongest = found.reduce((best, pair) => (Math.abs(pair.r) > Math.abs(best.r) ? pair : best));
  const clear = found.filter(({ pHolm }) => pHolm !== null && pHolm < 0.05).length;
  const [x, y] = strongest.names;
  const up = strongest.r > 0;
  const figure = `${symbol(result.kind)} = ${say(strongest.r, language)}`;
  const [all, some] = [count(found.length, language), count(clear, language)];
  const number = cases(strongest.n)[language];
  return paragraph(
    language === 'nl'
      ? [
          `Het sterkst hangen ${x} en ${y} samen: wie hoger scoort op ${x}, scoort gemiddeld ${up ? 'ook hoger' : 'juist lager'} op ${y} (${number}).`,
          `Die samenhang is ${strongest.size?.word.nl} (${figure}).`,
          found.length === 1
            ? ''
            : `Van de ${all} samenhangen ${clear <= 1 ? 'is' : 'zijn'} er ${clear === 0 ? 'geen enkele' : some} duidelijk, als meetelt dat er zoveel zijn bekeken (Holm).`,
          caution(association(), 'nl'),
        ]
      : [
          `${x} and ${y} go together most: those who score higher on ${x} score ${up ? 'higher' : 'lower'} on ${y} on average${up ? ' too' : ''} (${number}).`,
          `That relation is ${strongest.size?.word.en} (${figure}).`,
          found.length === 1
            ? ''
            : `Of the ${all} relations, ${clear === 0 ? 'none' : some} ${clear <= 1 ? 'is' : 'are'} clear when it counts that so many were looked at (Holm).`,
          caution(association(), 'en'),
        ],
  );
}

const symbol = (kind: CorrelationKind): string => (kind === 'pearson' ? 'r' : 'rho');

function direction({ r, names: [x, y], n }: CorrelationResult, language: Language): string {
  const number = cases(n)[language];
  if (language === 'nl') {
    if (say(r, 'nl') === say(0, 'nl')) return `Tussen ${x} en ${y} is geen samenhang te zien (${number}).`;
    return `Wie hoger scoort op ${x}, scoort gemiddeld ${r > 0 ? 'ook hoger' : 'juist lager'} op ${y} (${number}).`;
  }
  if (say(r, 'en') === say(0, 'en')) return `No relation shows between ${x} and ${y} (${number}).`;
  return `Those who score higher on ${x} score ${r > 0 ? 'higher' : 'lower'} on ${y} on average${r > 0 ? ' too' : ''} (${number}).`;
}

function strength({ r, kind, ci, size, level }: CorrelationResult, language: Language): string {
  const figure = `${symbol(kind)} = ${say(r, language)}`;
  const range = ci ? between(ci, language) : '';
  const share = percent(level, language);
  return language === 'nl'
    ? `De samenhang is ${size.word.nl} (${figure})${range && `; de echte ligt waarschijnlijk ${range} (${share}-interval)`}.`
    : `The relation is ${size.word.en} (${figure})${range && `; the real one probably lies ${range} (${share} interval)`}.`;
}
