import { expect } from 'vitest';
import type { Kind } from '#packages/sync';

const isKind = (value: unknown): value is Kind<unknown> =>
  typeof value === 'object' && value !== null && 'toJSON' in value && 'where' in value && 'all' in value;

/** A kind keeps its records to itself; without this, any two would be equal to a test. */
expect.addEqualityTesters([
  function kinds(a: unknown, b: unknown, testers): boolean | undefined {
    if (!isKind(a) && !isKind(b)) return undefined;
    if (!isKind(a) || !isKind(b)) return false;
    return this.equals(a.all(), b.all(), testers);
  },
]);
