import type { Language } from '../result.ts';
import { between, chance, count, percent, RELATION, say } from '../words.ts';
import type { CorrelationResult } from './correlation.ts';
import type { CorrelationMatrixResult, CorrelationPair } from './matrix.ts';

/** What goes together with what, how strongly and how sure; and that this does not say what causes what. */
export function explainCorrelation(result: CorrelationResult, language: Language): string {
  const small = result.warnings.find(({ code }) => code === 'small-group');
  return [
    direction(result, language),
    strength(result, language),
    chance(result.p, RELATION, language),
    ...(small ? [small.text[language]] : []),
    language === 'nl'
      ? 'Wat de oorzaak is, zegt deze samenhang niet.'
      : 'What causes what, this relation does not say.',
  ].join(' ');
}

/** The strongest relation, and for how many of them chance is less likely, all together. */
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
  const r = say(strongest.r, language);
  if (language === 'nl') {
    return `Van de ${count(found.length, 'nl')} paren hangen ${x} en ${y} het sterkst samen: r = ${r} (${strongest.size?.word.nl}), over ${count(strongest.n, 'nl')} gevallen. Bij ${count(clear, 'nl')} van de ${count(found.length, 'nl')} is toeval minder waarschijnlijk, ook als meetelt dat zo veel paren zijn bekeken (Holm). Wat de oorzaak is, zegt een samenhang niet.`;
  }
  return `Of the ${count(found.length, 'en')} pairs, ${x} and ${y} go together most: r = ${r} (${strongest.size?.word.en}), over ${count(strongest.n, 'en')} cases. For ${count(clear, 'en')} of the ${count(found.length, 'en')}, chance is less likely, also when it counts that so many pairs were looked at (Holm). A relation does not say what causes what.`;
}

function direction({ r, names: [x, y], n }: CorrelationResult, language: Language): string {
  const cases = count(n, language);
  if (language === 'nl') {
    if (say(r, 'nl') === say(0, 'nl'))
      return `Tussen ${x} en ${y} is bij ${cases} gevallen geen samenhang te zien.`;
    return `Wie hoger scoort op ${x}, scoort gemiddeld ${r > 0 ? 'ook hoger' : 'juist lager'} op ${y} (${cases} gevallen).`;
  }
  if (say(r, 'en') === say(0, 'en')) return `No relation shows between ${x} and ${y} in ${cases} cases.`;
  return `Those who score higher on ${x} score ${r > 0 ? 'higher' : 'lower'} on ${y} on average${r > 0 ? ' too' : ''} (${cases} cases).`;
}

function strength({ r, kind, ci, size, level }: CorrelationResult, language: Language): string {
  const symbol = kind === 'pearson' ? 'r' : 'rho';
  const figure = `${symbol} = ${say(r, language)}`;
  if (language === 'nl') {
    const sure = ci
      ? `; de echte ligt waarschijnlijk ${between(ci, 'nl')} (${percent(level, 'nl')}-interval)`
      : '';
    return `De samenhang is ${size.word.nl} (${figure})${sure}.`;
  }
  const sure = ci
    ? `; the real one probably lies ${between(ci, 'en')} (${percent(level, 'en')} interval)`
    : '';
  return `The relation is ${size.word.en} (${figure})${sure}.`;
}
