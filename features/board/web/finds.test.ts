import { expect, test } from 'vitest';
import { face } from './face.tsx';
import { finds } from './finds.ts';

test('Z4: the check-in is not among what can be found', async () => {
  expect(await face.finds?.()).toBe(finds);
  // Whoever touches it is told: the state has no such kind to look in.
  const nothing = { all: () => [] };
  const state = new Proxy(
    { success: nothing, parkedTopic: nothing, inspiration: nothing, boardSession: nothing },
    {
      get: (kinds, kind) => {
        if (!(kind in kinds)) throw new Error(`the search looked in ${String(kind)}`);
        return Reflect.get(kinds, kind);
      },
    },
  );
  for (const { of } of finds) of(state as never, { team: 't', language: 'nl' });
});

test('Z3: what was taken off is not found', () => {
  const success = (id: string, removedAt: string | null) => ({ id, text: id, removedAt });
  const state = {
    success: { all: () => [success('here', null), success('gone', '2026-11-01T10:00:00.000Z')] },
  };
  const found = finds
    .find(({ kind }) => kind === 'success')
    ?.of(state as never, { team: 't', language: 'nl' });
  expect(found?.map(({ id }) => id)).toEqual(['here']);
});
