import * as z from 'zod/mini';
import { type Access, endpoint, eventStream, refusal } from '#packages/http';
import { field } from '#packages/kernel';
import type { Seats } from './seat.ts';
import { type StreamRef, streamName, streamRef } from './stream.ts';
import { addressedMessage } from './wire.ts';

/** Whoever is signed in, a board display too; which streams they may read is asked for each. */
export type OfStreams = Access<{ readonly seats: Seats; readonly personId: string | null }>;
const ofStreams: OfStreams = { of: 'streams' };

/** Longest a held-back listener waits for news, in seconds: under the patience of any proxy. */
const LONGEST_WAIT = 25;
/** Per browser: ten a second for a minute is more than people do, and more than one can catch up with. */
const COMMANDS_PER_MINUTE = 600;
const MOST_RECORDS = 100;
const MOST_DEEDS = 100;
/** So many streams one request may be about: more than any page shows. */
const MOST_STREAMS = 20;
const MOST_COMMANDS = 50;

/** A list in an address, with commas between. What cannot be read, too many and none are refused. */
const listOf = <T>(item: string, read: (text: string) => T | null) =>
  z.pipe(
    z.string().check(z.regex(new RegExp(`^${item}(,${item}){0,${MOST_STREAMS - 1}}$`))),
    z.transform((text, context): T[] => {
      const items = text.split(',').map(read);
      if (items.every((item) => item !== null)) return items;
      context.issues.push({ code: 'custom', input: text, message: 'no list of streams' });
      return z.NEVER;
    }),
  );

/** An id, and a reference to a stream, as an address has them. */
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const NAME = `[a-z]{1,20}:${ID}`;

const readRef = (text: string): StreamRef | null => streamRef.safeParse(text).data ?? null;

/** 'garden:0192…,garden:0193…' */
const streamList = listOf(NAME, readRef);

/** 'garden:0192…@181,…': streams, each with the number up to which everything is known. */
const cursorList = listOf(`${NAME}@\\d{1,15}`, (text) => {
  const [, name = '', seq = ''] = /^([^@]+)@(\d{1,15})$/.exec(text) ?? [];
  const ref = readRef(name);
  return ref && { ref, seq: Number(seq) };
});

const seq = z.int().check(z.minimum(0));
const record = z.looseObject({ id: field.id });
const version = z.int();
/** `refText` of a stream. */
const stream = z.string();
/** A stream that is not there, or not for whoever asks. */
const closed = z.extend(refusal, { stream });

const change = z.union([
  z.object({ put: z.string(), value: record }),
  z.object({ remove: z.string(), id: field.id }),
  z.object({ archive: z.string(), id: field.id }),
]);

const entry = z.object({
  seq,
  commandId: field.id,
  name: z.string(),
  by: field.nullable(field.id),
  at: field.instant,
  changes: z.array(change),
});

/** A line of the log as it is told afterwards: which records, and not what was in them. */
const deed = z.object({
  seq,
  at: field.instant,
  by: field.nullable(field.id),
  /** Somebody without a place in the stream did it; null and false: a board display, or the clock. */
  byOutsider: z.boolean(),
  name: z.string(),
  records: z.array(z.object({ kind: z.string(), id: field.id })),
});

const presence = z.object({ members: z.array(field.id), displays: z.int(), guests: z.int() });

/** Ids in an address, with commas between. */
const idList = z.pipe(
  z.string().check(z.regex(new RegExp(`^${ID}(,${ID}){0,${MOST_RECORDS - 1}}$`))),
  z.pipe(
    z.transform((text: string) => text.split(',')),
    z.array(field.id).check(z.maxLength(MOST_RECORDS)),
  ),
);

/** Streams over the wire (docs/protocol.md): read them whole, follow their logs, send commands. */
export const streamContract = {
  snapshot: endpoint({
    method: 'GET',
    url: '/snapshot',
    access: ofStreams,
    summary: 'Streams as they stand, each with the number of its last change.',
    query: z.object({ of: streamList }),
    answer: z.object({
      now: field.instant,
      streams: z.array(
        z.union([
          closed,
          /** Kind of record -> its records, in the order of their ids. */
          z.object({ stream, version, seq, state: z.record(z.string(), z.array(record)) }),
        ]),
      ),
    }),
  }),
  commands: endpoint({
    method: 'POST',
    url: '/commands',
    access: ofStreams,
    summary: 'Commands, done one after the other; each is answered by its number or a refusal.',
    body: z.object({
      commands: z.array(addressedMessage).check(z.minLength(1), z.maxLength(MOST_COMMANDS)),
    }),
    answer: z.object({
      now: field.instant,
      results: z.array(z.union([z.object({ id: field.id, seq }), z.extend(refusal, { id: field.id })])),
    }),
    bodyLimit: 256 * 1024,
    itemsPerMinute: { most: COMMANDS_PER_MINUTE, count: ({ commands }) => commands.length },
  }),
  follow: endpoint({
    method: 'GET',
    url: '/follow',
    access: ofStreams,
    summary: 'The logs of streams as server-sent events, each from the number after its own.',
    query: z.object({ from: cursorList }),
    answer: eventStream,
  }),
  changes: endpoint({
    method: 'GET',
    url: '/changes',
    access: ofStreams,
    summary: 'The logs of streams by long polling, where something on the way holds event streams back.',
    query: z.object({
      from: cursorList,
      wait: z._default(z.coerce.number().check(z.minimum(0), z.maximum(LONGEST_WAIT)), 0),
    }),
    answer: z.object({
      now: field.instant,
      streams: z.array(
        z.union([
          closed,
          z.object({
            stream,
            version,
            seq,
            /** Null where nobody is told who else follows. */
            presence: field.nullable(presence),
            /** 'reset': the log does not reach back far enough, and the whole stream is needed. */
            entries: z.union([z.array(entry), z.literal('reset')]),
          }),
        ]),
      ),
    }),
  }),
  archive: endpoint({
    method: 'GET',
    url: '/streams/:stream/archive',
    access: ofStreams,
    summary: 'Records of one kind that have left the working set, the latest first; or some by their ids.',
    params: z.object({ stream: streamName }),
    query: z.object({
      kind: z.string().check(z.maxLength(40)),
      before: z.optional(field.id),
      ids: z.optional(idList),
    }),
    answer: z.object({ records: z.array(record) }),
  }),
  history: endpoint({
    method: 'GET',
    url: '/streams/:stream/history',
    access: ofStreams,
    summary:
      'Who did what, the latest first; for whoever has a place in the stream, and without what anybody wrote.',
    params: z.object({ stream: streamName }),
    query: z.object({ before: z.optional(z.coerce.number().check(z.int(), z.minimum(1))) }),
    answer: z.object({ deeds: z.array(deed) }),
  }),
};

/** So many records an answer about the archive holds at most. */
export const archivePage = MOST_RECORDS;
/** So many deeds one answer about the history holds at most. */
export const historyPage = MOST_DEEDS;
