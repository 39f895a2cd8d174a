import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { runnableOf } from './assemble.ts';
import {
  type AnyPart,
  applyChanges,
  assemble,
  commandOver,
  emptyState,
  part,
  plainOf,
  stateOf,
} from './index.ts';
import { runCommand } from './run.ts';

const garden = { version: 1, read: 'read', inside: 'read', presence: false, opensItself: false };
const kinds = [{ ...garden, kind: 'garden' }];

const tool = z.object({ id: z.string(), weight: z.number() });
type State = { readonly tool: { has(id: string): boolean } };

/** Reads what tools there are, and knows nobody who has any. */
const shed = part({
  of: 'garden',
  needs: [],
  records: { plant: z.object({ id: z.string() }) },
  gathers: { tool },
  commands: {
    'plant.dig': commandOver<State>()({
      capability: 'dig',
      payload: z.object({ id: z.string(), with: z.string() }),
      run: (state, { id, with: by }) =>
        state.tool.has(by) ? [{ put: 'plant', value: { id } }] : { refused: 'garden.no-such-tool' },
    }),
  },
});
const bringing = (...tools: { id: string; weight: number }[]) =>
  part({ of: 'garden', needs: [], records: {}, commands: {}, gives: { tool: tools } });
const spade = { id: 'spade', weight: 2 };
const rake = { id: 'rake', weight: 1 };

const assembled = (...parts: AnyPart[]) => {
  const definition = assemble(kinds, parts).get('garden');
  if (!definition) throw new Error('no garden');
  return definition;
};
const dig = (definition: ReturnType<typeof assembled>, by: string) =>
  runCommand(
    definition,
    emptyState(definition),
    { name: 'plant.dig', payload: { id: 'rose', with: by } },
    { stream: { kind: 'garden', id: 'g' }, memberId: null, now: '', today: '' },
  );

describe('S16 what parts give for others to read', () => {
  test('is gathered from all of them, and a command reads it like any record', () => {
    const definition = assembled(shed, bringing(spade), bringing(rake));
    expect(emptyState(definition).tool?.all()).toEqual([rake, spade]);
    expect(dig(definition, 'rake')).toEqual([{ put: 'plant', value: { id: 'rose' } }]);
    expect(dig(assembled(shed, bringing(spade)), 'rake')).toEqual({ refused: 'garden.no-such-tool' });
  });

  test('is there for a part on its own as far as the parts that it needs give it', () => {
    const beside = part({ of: 'garden', needs: [shed], records: {}, commands: {}, gives: { tool: [rake] } });
    expect(emptyState(runnableOf(beside)).tool?.all()).toEqual([rake]);
    expect(emptyState(runnableOf(shed)).tool?.all()).toEqual([]);
  });

  test('two of one id, or one that does not fit, is a mistake; what nobody gathers is nowhere', () => {
    expect(() => assembled(shed, bringing(spade), bringing(spade))).toThrow('two parts both give tool spade');
    expect(() => assembled(shed, bringing(spade, spade))).toThrow('two parts both give tool spade');
    expect(() => assembled(shed, bringing({ id: 'hose', weight: 'light' as never }))).toThrow(
      z.core.$ZodError,
    );
    expect(emptyState(assembled(bringing(spade)))).toEqual({});
  });

  test('is not stored and does not travel, and nothing changes it', () => {
    const definition = assembled(shed, bringing(spade));
    const state = emptyState(definition);
    expect(plainOf(state)).toEqual({ plant: [] });
    const changed = applyChanges(state, [
      { put: 'tool', value: rake },
      { remove: 'tool', id: 'spade' },
      { put: 'plant', value: { id: 'rose' } },
    ]);
    expect(changed.tool?.all()).toEqual([spade]);
    expect(plainOf(changed)).toEqual({ plant: [{ id: 'rose' }] });
    // A shelf of before, or a server of another version, may hold records under that name.
    expect(stateOf(definition, { tool: [rake] }).tool?.all()).toEqual([spade]);
  });
});

test('parts that do not fit together are told at once', () => {
  expect(() => assemble([], [shed])).toThrow('no streams of kind garden');
  expect(() => assembled(shed, shed)).toThrow('two parts both have plant');
  const lonely = part({ of: 'garden', needs: [shed], records: {}, commands: {} });
  expect(() => assembled(lonely)).toThrow('needs one that is not there');
});
