import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { goalCommands, goalRecords } from '#features/goals/domain';
import { peopleCommands, peopleRecords } from '#features/people/domain';
import { rhythmCommands, rhythmRecords } from '#features/rhythm/domain';
import { visitCommands, visitRecords } from '#features/visits/domain';
import { type StreamDefinition, WIRE_VERSION } from '#packages/sync';
import { boardCommands } from './commands.ts';
import { boardRecords } from './records.ts';
import { teamStream } from './team-stream.ts';

/** Version -> what it looked like. A version that went out to schools never changes again; a new one gets its own line. */
const versions: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'wire-versions.json'), 'utf8'),
);

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, each]) => [key, canonical(each)]));
};

/** Names, fields, kinds and limits of all records and payloads. */
function shapeOf({ records, commands }: StreamDefinition): string {
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

const hashOf = (definition: StreamDefinition): string =>
  createHash('sha256').update(shapeOf(definition)).digest('hex');

it('what travels between device and server changes only together with WIRE_VERSION', () => {
  const hash = hashOf(teamStream);
  expect(
    versions[WIRE_VERSION],
    `A record, a command or a payload has another shape than version ${WIRE_VERSION}: bump WIRE_VERSION in packages/sync/stream.ts ` +
      `and add "${WIRE_VERSION + 1}": "${hash}" to features/board/domain/wire-versions.json. ` +
      `(Before the first release there is only version 1: replace its hash.)`,
  ).toBe(hash);
});

it('a field, a limit, a kind or a name that changes is noticed', () => {
  const { records, commands } = teamStream;
  const described = commands['team.describe'];
  const others: StreamDefinition[] = [
    { records: { ...records, success: z.extend(records.success, { colour: z.string() }) }, commands },
    { records: { ...records, board: z.extend(records.board, { chime: z.nullable(z.boolean()) }) }, commands },
    { records: { team: records.team }, commands },
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
  expect(new Set([teamStream, ...others].map(hashOf)).size).toBe(others.length + 1);
});

it('no two features use the same name for a record or a command', () => {
  const records = [peopleRecords, rhythmRecords, goalRecords, visitRecords, boardRecords];
  const commands = [peopleCommands, rhythmCommands, goalCommands, visitCommands, boardCommands];
  expect(records.flatMap(Object.keys).sort()).toEqual(Object.keys(teamStream.records).sort());
  expect(commands.flatMap(Object.keys).sort()).toEqual(Object.keys(teamStream.commands).sort());
});
