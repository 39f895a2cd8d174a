import * as z from 'zod/mini';
import { ofTeam, teamParams } from '#features/people/domain';
import { endpoint, eventStream, refusal } from '#packages/http';
import { field } from '#packages/kernel';
import { commandMessage } from '#packages/sync';

/** Longest a held-back listener waits for news, in seconds: under the patience of any proxy. */
const LONGEST_WAIT = 25;
const MOST_COMMANDS = 50;
/** Per browser: ten a second for a minute is more than any team does, and more than one can catch up with. */
const COMMANDS_PER_MINUTE = 600;

const seq = z.int().check(z.minimum(0));
const after = z._default(z.coerce.number().check(z.int(), z.minimum(0)), 0);
const record = z.looseObject({ id: field.id });

const change = z.union([
  z.object({ put: z.string(), value: record }),
  z.object({ remove: z.string(), id: field.id }),
]);

const entry = z.object({
  seq,
  commandId: field.id,
  name: z.string(),
  by: field.nullable(field.id),
  at: field.instant,
  changes: z.array(change),
});

const presence = z.object({ members: z.array(field.id), displays: z.int(), guests: z.int() });

/** The board over the wire (docs/protocol.md): read it whole, follow its log, send commands. */
export const boardContract = {
  board: endpoint({
    method: 'GET',
    url: '/teams/:team/board',
    access: ofTeam('board.read'),
    summary: 'The whole board with the number of its last change.',
    params: teamParams,
    answer: z.object({
      version: z.int(),
      seq,
      now: field.instant,
      /** Kind of record -> id -> record. */
      state: z.record(z.string(), z.record(field.id, record)),
    }),
  }),
  commands: endpoint({
    method: 'POST',
    url: '/teams/:team/commands',
    access: ofTeam('board.read'),
    summary: 'Commands, done one after the other; each is answered by its number or a refusal.',
    params: teamParams,
    body: z.object({ commands: z.array(commandMessage).check(z.minLength(1), z.maxLength(MOST_COMMANDS)) }),
    answer: z.object({
      now: field.instant,
      results: z.array(z.union([z.object({ id: field.id, seq }), z.extend(refusal, { id: field.id })])),
    }),
    bodyLimit: 256 * 1024,
    itemsPerMinute: { most: COMMANDS_PER_MINUTE, count: ({ commands }) => commands.length },
  }),
  stream: endpoint({
    method: 'GET',
    url: '/teams/:team/stream',
    access: ofTeam('board.read'),
    summary: 'The log as server-sent events, from the number after `after` or Last-Event-ID.',
    params: teamParams,
    query: z.object({ after }),
    answer: eventStream,
  }),
  changes: endpoint({
    method: 'GET',
    url: '/teams/:team/changes',
    access: ofTeam('board.read'),
    summary: 'The log by long polling, where something on the way holds streams back.',
    params: teamParams,
    query: z.object({
      after,
      wait: z._default(z.coerce.number().check(z.minimum(0), z.maximum(LONGEST_WAIT)), 0),
    }),
    answer: z.object({
      version: z.int(),
      now: field.instant,
      presence,
      entries: z.optional(z.array(entry)),
      /** True: the log does not reach back far enough, and a whole board is needed. */
      reset: z.optional(z.literal(true)),
    }),
  }),
};
