import { type Comparison, distance } from './comparison.fixture.ts';

/** The table of docs/why-trust-these-numbers.md: one row per analysis, figure and source. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = Map.groupBy(
    comparisons,
    ({ analysis, figure, source }) => `${analysis} | ${figure} | ${source}`,
  );
  const lines = [...rows.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([row, group]) => {
      const largest = Math.max(...group.map(distance));
      const allowed = Math.max(...group.map(({ tolerance }) => tolerance));
      return `| ${row} | ${group.length} | ${power(largest)} | ${power(allowed)} |`;
    });
  return [
    `${comparisons.length.toLocaleString('en')} figures.`,
    '',
    '| analysis | figure | compared with | figures | largest distance | allowed |',
    '|---|---|---|--:|--:|--:|',
    ...lines,
  ].join('\n');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Rounded up to a power of ten; the last digits of a double are not told apart. */
function power(value: number): string {
  if (value === 0) return '0';
  const exponent = Math.max(-13, Math.ceil(Math.log10(value) - 1e-9));
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
