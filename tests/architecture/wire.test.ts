import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { boardPart } from '#features/board/domain';
import { peoplePart } from '#features/people/domain';
import { type AnyPart, type Runnable, runnableOf } from '#packages/sync';
import { definitions, features } from '../../apps/features.ts';

/**
 * What a feature has on the wire, in its folder, so that it goes with the feature: kind of stream -> version -> what it
 * looked like from then on. A version that went out to schools never changes again; only what changed gets a new line.
 */
type Versions = Readonly<Record<string, Readonly<Record<string, string>>>>;

function versionsOf(feature: string): Versions {
  const path = join(import.meta.dirname, '../../features', feature, 'wire-versions.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Its look in a version: that of the last line up to it. */
function lookIn(version: number, lines: Versions[string] = {}): string | undefined {
  const upTo = Object.keys(lines).filter((each) => Number(each) <= version);
  return lines[Math.max(...upTo.map(Number))];
}

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

const parts = features.flatMap(({ name: feature, parts }) =>
  parts.map((part: AnyPart) => ({ feature, kind: part.of, part })),
);

it.each(parts)(
  'what $feature has in a stream of kind $kind changes only together with its version',
  ({ feature, kind, part }) => {
    const version = definitions.get(kind)?.version ?? 0;
    const hash = hashOf(part);
    expect(
      lookIn(version, versionsOf(feature)[kind]),
      `A record, a command or a payload of ${feature} has another shape than version ${version} of ${kind}: raise that version in ` +
        `features/people/domain/streams.ts and add to features/${feature}/wire-versions.json, under "${kind}": ` +
        `"${version + 1}": "${hash}". (Before the first release there is only version 1: that is its hash.)`,
    ).toBe(hash);
  },
);

it('a version in which a feature did not change needs no line of it, and one to come is not looked at', () => {
  const lines = { 2: 'then', 9: 'since', 10: 'to come' };
  expect([1, 2, 8, 9].map((version) => lookIn(version, lines))).toEqual([undefined, 'then', 'then', 'since']);
  expect(lookIn(1)).toBeUndefined();
});

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
