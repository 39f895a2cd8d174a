import { describe, expect, test } from 'vitest';
import { faces } from '../../apps/web/faces.ts';

/** Kinds that people write in to be read at the moment itself, and that no search shows. */
const neverFound = ['checkIn'];

const all = await faces.finds();

/** A state in which there is one record of every kind, `record`; asking for what is never found is a fault. */
const stateOf = (record: object) =>
  new Proxy(
    {},
    {
      get: (_, kind) => {
        if (neverFound.includes(String(kind))) throw new Error(`the search looks in ${String(kind)}`);
        return { all: () => [record], get: () => record };
      },
    },
  ) as never;

const there = {
  id: 'x',
  text: 'woord',
  name: 'woord',
  subject: 'woord',
  viewingQuestion: 'woord',
  visitorId: 'x',
  alsoVisitorId: null,
  visitedId: 'x',
  day: '2026-11-24',
  removedAt: null,
  leftOn: null,
  endedAt: '2026-11-24T15:00:00.000Z',
};
const gone = { ...there, removedAt: '2026-11-24T15:00:00.000Z', leftOn: '2026-11-24', endedAt: null };
const at = { team: 'team-of-here', language: 'nl' } as const;

test('Z3: of no kind there are two', () => {
  const kinds = all.map(({ kind }) => kind);
  expect(kinds.length).toBeGreaterThan(5);
  expect(new Set(kinds).size).toBe(kinds.length);
});

describe.each(all.map((finds) => [finds.kind, finds] as const))('what is found of %s', (_, { of }) => {
  test('Z3, Z4: is there, has words, and leads to a page of the team that is open', () => {
    const found = of(stateOf(there), at);
    expect(found.length).toBeGreaterThan(0);
    for (const { text, to } of found) {
      expect(text).not.toBe('');
      expect(to).toMatch(/^\/team\/team-of-here(\/|$)/);
    }
  });

  test('Z3: is not found once it was taken off, has left or is not over yet; a page stays', () => {
    const pages = of(stateOf(there), at).filter(({ id, to }) => id === to);
    expect(of(stateOf(gone), at)).toEqual(pages);
  });
});
