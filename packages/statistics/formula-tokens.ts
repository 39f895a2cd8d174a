/** A formula in words and signs, each with its place in the text. */
import { StatisticsError, type Text } from './result.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'symbol' | 'end';
  readonly text: string;
  /** Place in the text, from 0. */
  readonly at: number;
}

export function formulaError({ kind, text, at }: Token, why: Text): StatisticsError {
  const place: Text =
    kind === 'end'
      ? { nl: `aan het einde (teken ${at + 1})`, en: `at the end (character ${at + 1})` }
      : { nl: `bij teken ${at + 1} (“${text}”)`, en: `at character ${at + 1} (“${text}”)` };
  return new StatisticsError('formula', {
    nl: `De formule klopt niet ${place.nl}: ${why.nl}.`,
    en: `The formula has a fault ${place.en}: ${why.en}.`,
  });
}

const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>(?:\p{L}|\.)[\p{L}\p{N}._]*)|`(?<quoted>[^`]+)`|(?<symbol>\|\||[-+*/^:()~|]))/uy;

/** @throws StatisticsError `formula`, at a character that no formula has. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) {
      const at = from + text.slice(from).search(/\S/);
      throw formulaError(
        { kind: 'symbol', text: text[at], at },
        {
          nl: 'dit teken kan hier niet; zet een kolomnaam met zulke tekens tussen `accenten`',
          en: 'this character is not possible here; put a column name with such characters between `backquotes`',
        },
      );
    }
    const at = from + found[0].search(/\S/);
    const { number, name, quoted, symbol = '' } = found.groups ?? {};
    const word = name ?? quoted;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ kind: 'name', text: word, at });
    else tokens.push({ kind: 'symbol', text: symbol, at });
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}
