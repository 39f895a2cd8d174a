/**
 * Figures as papers print them. A decimal comma and a decimal point mean the same here, because a printed list of
 * figures is split by semicolons; thousands are written without a separator.
 */

/** A printed number and the values that are printed that way: half a unit of the last digit to either side. */
export interface Printed {
  readonly text: string;
  readonly value: number;
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
}

const NUMBER = /^([+-]?)(\d*)(?:[.,](\d+))?%?$/;

/** `.008`, `2,93`, `-2.24`, `86%` (as 86); undefined when it is not one number. */
export function printed(text: string): Printed | undefined {
  const tidy = text.replaceAll(/[−–](?=[\d.,])/g, '-').replaceAll(/\s/g, '');
  const [found, sign, whole = '', fraction = ''] = NUMBER.exec(tidy) ?? [];
  if (found === undefined || (whole === '' && fraction === '')) return undefined;
  return printedValue(tidy, Number(`${sign}${whole}.${fraction}0`), fraction.length);
}

function printedValue(text: string, value: number, decimals: number): Printed {
  const half = 0.5 / 10 ** decimals;
  return { text, value, decimals, low: value - half, high: value + half };
}

/** `10-20`, `0.66-0.81`, `9-14%`. */
export function printedRange(text: string): readonly [low: Printed, high: Printed] | undefined {
  const [, first = '', second = ''] = /^([\d.,]+)\s*[-–]\s*([\d.,]+)%?$/.exec(text.trim()) ?? [];
  const low = printed(first);
  const high = printed(second);
  return low && high ? [low, high] : undefined;
}

/** The numbers of a list, or undefined when something in it is not a number. */
export function printedList(texts: readonly string[]): readonly Printed[] | undefined {
  const numbers = texts.map(printed).filter((number) => number !== undefined);
  return numbers.length === texts.length && numbers.length > 0 ? numbers : undefined;
}

/** A reported chance: `=` its value, or only on which side of a bound it lies. */
export interface ReportedP {
  readonly relation: '=' | '<' | '>';
  readonly p: Printed;
  readonly text: string;
}

/** `.008`, `p = ,05`, `<.001`, `> 0.76`, `sig` (below .05), `ns` (above .05). */
export function reportedP(text: string): ReportedP | undefined {
  const tidy = text.trim().replace(/^p\s*/i, '');
  if (/^sig/i.test(tidy)) return { relation: '<', p: printedValue('.05', 0.05, 2), text };
  if (/^n\.?\s?s\.?$/i.test(tidy)) return { relation: '>', p: printedValue('.05', 0.05, 2), text };
  const [, sign = '', digits = ''] = /^([=<>≤≥]?)\s*(.+)$/.exec(tidy) ?? [];
  const p = printed(digits);
  if (!p || p.value < 0 || p.value > 1) return undefined;
  return { relation: relation(sign), p, text };
}

function relation(sign: string): ReportedP['relation'] {
  if (sign === '<' || sign === '≤') return '<';
  return sign === '>' || sign === '≥' ? '>' : '=';
}

/** A test written out as in a sentence: `F(1.172) = 1,858, p = ,175`. */
export interface WrittenTest {
  readonly test: string;
  readonly degreesOfFreedom: readonly string[];
  readonly statistic: string;
  readonly p: string;
}

const WRITTEN = /^(F|t|r|z|χ2|χ²|chi2)\s*(?:\(([^)]*)\))?\s*(?:=\s*([+\-−]?[\d.,]*\d))?(?:[,;]?\s*(p.*))?$/i;

export function writtenTest(text: string): WrittenTest | undefined {
  const [found, test = '', inside = '', statistic = '', p = ''] = WRITTEN.exec(text.trim()) ?? [];
  if (found === undefined) return undefined;
  return { test, degreesOfFreedom: splitDegrees(test, inside.trim()), statistic, p };
}

/** `1.172` and `1,172` behind an F are two numbers, since an F has two; `2,93; 17981` and `2.93, 17981` too. */
function splitDegrees(test: string, inside: string): readonly string[] {
  if (inside === '') return [];
  if (test.toUpperCase() !== 'F') return [inside];
  for (const separator of [/\s*;\s*/, /,\s+/, /,(?=\d+$)/, /\.(?=\d+$)/]) {
    const parts = inside.split(separator);
    if (parts.length === 2) return parts;
  }
  return [inside];
}
