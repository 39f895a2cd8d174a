import { type TestOfSize, testOf } from '../chance.ts';
import { type Figure, keyed } from '../figure.ts';
import { finding, meet, type Rule } from '../finding.ts';
import type { Printed } from '../notation.ts';
import { said } from '../saying.ts';

interface Side {
  readonly figure: Figure;
  readonly ends: readonly [string, string];
  readonly test: TestOfSize;
  readonly p: Printed;
}

/**
 * Three pairwise contrasts of three measurements (`contrast=m1-m2`, `m2-m3`, `m1-m3`) with two of the differences: the
 * third difference follows, and its standard error lies between the difference and the sum of the other two.
 */
export const triangleOfContrasts: Rule = (figure, all) => {
  const sides = all
    .filter((other) => other.chapter === figure.chapter && sameGroup(other, figure))
    .map(sideOf)
    .filter((side) => side !== undefined);
  const third = sides.find((side) => side.figure === figure);
  const others = sides.filter((side) => side !== third);
  if (!third || keyed(figure, 'b') || others.length !== 2) return [];
  const [first, second] = others;
  const errors = [first, second].map(errorOf);
  const difference = differenceOf(third, first, second);
  if (!difference || errors.some((error) => error === undefined)) return [];
  const [a, b] = errors.map((error) => error ?? 0);
  const least = difference.low <= 0 && difference.high >= 0 ? 0 : Math.min(...ends(difference).map(Math.abs));
  const most = Math.max(...ends(difference).map(Math.abs));
  const size = third.test.size(third.p.value);
  const implied = { low: least / size, high: most / size };
  const possible = { low: Math.abs(a - b), high: a + b };
  const detail = said(
    [implied.low, implied.high, possible.low, possible.high],
    (low, high, from, to) =>
      `De standaardfout is volgens p ${low} tot ${high}, volgens de andere twee contrasten ${from} tot ${to}.`,
    (low, high, from, to) =>
      `The standard error is ${low} to ${high} by its p, and ${from} to ${to} by the other two contrasts.`,
  );
  return [
    finding(figure, 'triangle-of-contrasts', {
      reported: third.p.text,
      computed: null,
      low: implied.low,
      high: implied.high,
      verdict: meet(implied, possible) ? 'match' : 'mismatch',
      detail,
    }),
  ];
};

const ends = (range: { readonly low: number; readonly high: number }): readonly number[] => [
  range.low,
  range.high,
];

const sameGroup = (a: Figure, b: Figure): boolean =>
  ['domain', 'outcome', 'scale', 'n'].every((key) => a.keys.get(key)?.[0] === b.keys.get(key)?.[0]);

function sideOf(figure: Figure): Side | undefined {
  const [, from, to] = /^([^-]+)-([^-]+)$/.exec(figure.keys.get('contrast')?.[0] ?? '') ?? [];
  const test = testOf(figure);
  if (from === undefined || !test || figure.p?.relation !== '=') return undefined;
  return { figure, ends: [from, to], test, p: figure.p.p };
}

function errorOf({ figure, test, p }: Side): number | undefined {
  const b = keyed(figure, 'b');
  return b && Math.abs(b.value) / test.size(p.value);
}

/** The size of the third side, whose sign does not matter, from the two sides that meet at one measurement. */
function differenceOf(third: Side, first: Side, second: Side): { low: number; high: number } | undefined {
  const a = keyed(first.figure, 'b');
  const b = keyed(second.figure, 'b');
  const joint = first.ends.find((end) => second.ends.includes(end));
  if (!a || !b || joint === undefined) return undefined;
  if (!third.ends.every((end) => end !== joint && [...first.ends, ...second.ends].includes(end)))
    return undefined;
  // Both pointing to the joint (or both away from it): the third is their difference; otherwise it is their sum.
  const alike = first.ends.indexOf(joint) === second.ends.indexOf(joint);
  return alike
    ? { low: a.low - b.high, high: a.high - b.low }
    : { low: a.low + b.low, high: a.high + b.high };
}
