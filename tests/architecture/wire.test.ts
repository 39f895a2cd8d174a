import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { boardPart } from '#features/board/domain';
import { peoplePart } from '#features/people/domain';
import { type Runnable, runnableOf } from '#packages/sync';
import { definitions } from '../../apps/streams.ts';

/** Kind of stream -> version -> what it looked like. A version that went out to schools never changes again; a new one gets its own line. */
const versions: Record<string, Record<number, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'wire-versions.json'), 'utf8'),
);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, each]) => [key, canonical(each)]));
};

/** Names, fields, kinds and limits of all records and payloads. */
function shapeOf({ records, commands }: Runnable): string {
  const shape = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.stringify(
    canonical({
      records: Object.fromEntries(Object.entries(records).map(([kind, schema]) => [kind, shape(schema)])),
      commands: Object.fromEntries(
        Object.entries(commands).map(([name, { payload }]) => [name, shape(payload)]),
      ),
    }),
  );
}

const hashOf = (definition: Runnable): string =>
  createHash('sha256').update(shapeOf(definition)).digest('hex');

it.each([...definitions.values()])(
  'what travels in a stream of kind $kind changes only together with its version',
  (definition) => {
    const { kind, version } = definition;
    const hash = hashOf(definition);
    expect(
      versions[kind]?.[version],
      `A record, a command or a payload of ${kind} has another shape than version ${version}: raise its version in ` +
        `features/people/domain/streams.ts and add "${version + 1}": "${hash}" for it to tests/architecture/wire-versions.json. ` +
        `(Before the first release there is only version 1: replace its hash.)`,
    ).toBe(hash);
  },
);

it('a field, a limit, a kind or a name that changes is noticed', () => {
  const board = runnableOf(boardPart);
  const { records, commands } = board;
  const { success, board: arranged, team } = { ...boardPart.records, ...peoplePart.records };
  const described = peoplePart.commands['team.describe'];
  const others: Runnable[] = [
    { records: { ...records, success: z.extend(success, { colour: z.string() }) }, commands },
    { records: { ...records, board: z.extend(arranged, { chime: z.nullable(z.boolean()) }) }, commands },
    { records: { team }, commands },
    { records, commands: { ...commands, 'team.paint': described } },
    {
      records,
      commands: {
        ...commands,
        'team.describe': {
          ...described,
          payload: z.extend(described.payload, { name: z.string().check(z.maxLength(61)) }),
        },
      },
    },
  ];
  expect(new Set([board, ...others].map(hashOf)).size).toBe(others.length + 1);
});
