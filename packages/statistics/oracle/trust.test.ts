import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreementComparisons } from '../agreement/agreement.comparisons.fixture.ts';
import { anovaComparisons } from '../anova/anova.comparisons.fixture.ts';
import { correlationComparisons } from '../correlation/correlation.comparisons.fixture.ts';
import { descriptionComparisons } from '../description/description.comparisons.fixture.ts';
import { distributionComparisons } from '../distributions/distributions.comparisons.fixture.ts';
import { missingComparisons } from '../missing/missing.comparisons.fixture.ts';
import {
  multilevelComparisons,
  nationalComparisons,
  slopeComparisons,
} from '../multilevel/multilevel.comparisons.fixture.ts';
import { publishedComparisons } from '../published/published.comparisons.fixture.ts';
import { regressionComparisons } from '../regression/regression.comparisons.fixture.ts';
import { scaleComparisons } from '../scales/scales.comparisons.fixture.ts';
import { tTestComparisons } from '../t-test/t-test.comparisons.fixture.ts';
import { type Comparison, distance } from './comparison.fixture.ts';
import { comparisonTable } from './trust-page.fixture.ts';

/** Every figure that somebody else has too. A list is a function, so that a fault in one does not hide the others. */
const lists: readonly (() => readonly Comparison[])[] = [
  agreementComparisons,
  correlationComparisons,
  anovaComparisons,
  descriptionComparisons,
  distributionComparisons,
  missingComparisons,
  multilevelComparisons,
  nationalComparisons,
  slopeComparisons,
  publishedComparisons,
  regressionComparisons,
  scaleComparisons,
  tTestComparisons,
];

/** Computed once for both tests. */
const computed = new Map<() => readonly Comparison[], readonly Comparison[]>();

function comparisonsOf(list: () => readonly Comparison[]): readonly Comparison[] {
  const known = computed.get(list) ?? list();
  computed.set(list, known);
  return known;
}

describe.each(lists.map((list) => ({ name: list.name, list })))('$name', ({ list }) => {
  test('every figure is theirs, within its tolerance', () => {
    const comparisons = comparisonsOf(list);
    expect(comparisons.length).toBeGreaterThan(0);
    const apart = comparisons.filter((comparison) => !(distance(comparison) <= comparison.tolerance));
    expect(apart).toEqual([]);
  });
});

/** `npx vitest run packages/statistics/oracle --update` writes the page anew. */
test('docs/why-trust-these-numbers.md shows these comparisons', async () => {
  const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'why-trust-these-numbers.md');
  const [before, after] = ['<!-- comparisons -->', '<!-- /comparisons -->'];
  const page = readFileSync(path, 'utf8');
  const head = page.slice(0, page.indexOf(before) + before.length);
  const tail = page.slice(page.indexOf(after));
  const table = comparisonTable(lists.flatMap(comparisonsOf));
  await expect(`${head}\n${table}\n${tail}`).toMatchFileSnapshot(path);
});
