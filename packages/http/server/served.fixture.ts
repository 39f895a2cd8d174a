import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { Database } from '#packages/database';
import type { Access } from '#packages/http';
import { newId } from '#packages/kernel';
import { testDatabase } from '#packages/testing/database';
import { type AnyAccessKind, accessKind, openKind } from './access-kind.ts';
import { buildHttp, type HttpParts } from './build-http.ts';
import { EventStreams } from './event-streams.ts';
import type { Implementation } from './implement.ts';

/** Somebody of a world that this package knows nothing of: a guest with keys to rooms. */
export type Guest = { readonly name: string; readonly keys: readonly string[] };
export type InRoom = Access<{ readonly guest: Guest; readonly room: string }> & {
  readonly of: 'room';
  readonly floor: number;
};

export const anyone: Access<{ readonly guest: Guest | null }> & { readonly of: 'anyone' } = { of: 'anyone' };
export const inRoom = (floor: number): InRoom => ({ of: 'room', floor });

export const kinds: readonly AnyAccessKind[] = [
  openKind<Guest, typeof anyone>({
    of: 'anyone',
    given: (guest) => ({ guest }),
    context: { scope: 'sign-in' },
  }),
  accessKind<Guest, InRoom>({
    of: 'room',
    param: 'room',
    find: ({ actor, access, id }) =>
      id.startsWith(`${access.floor}-`) && actor.keys.includes(id) ? { guest: actor, room: id } : null,
    context: () => ({ scope: 'school', school, person: null }),
  }),
];

/** In whose name the database works for whoever is in a room. */
export const school = newId();

const guests: Readonly<Record<string, Guest>> = {
  ['a'.repeat(43)]: { name: 'Ada', keys: ['1-12', '2-20'] },
  ['b'.repeat(43)]: { name: 'Bo', keys: [] },
};
export const ada = { cookie: `token=${'a'.repeat(43)}` };
export const bo = { cookie: `token=${'b'.repeat(43)}` };

export type Served = {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly log: readonly string[];
  readonly hear: (request: InjectOptions) => Promise<{ status: number; answer: unknown }>;
};

/** These endpoints on a server with a real database, for one test. */
export async function serve(
  endpoints: readonly Implementation[],
  options: Partial<HttpParts> = {},
): Promise<Served> {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 2 });
  const eventStreams = new EventStreams();
  const log: string[] = [];
  onTestFinished(async () => {
    eventStreams.closeAll();
    await database.close();
    await own.drop();
  });
  const app = await buildHttp({
    endpoints,
    accessKinds: kinds,
    door: {
      cookieName: 'token',
      whoIs: async (token) => {
        const guest = guests[token ?? ''];
        return guest ? { actor: guest, sessionId: guest.name } : null;
      },
    },
    database,
    eventStreams,
    home: { origin: 'https://hotel.example', isDemonstration: false },
    secret: 'a secret for tests, of more than 32 characters',
    logger: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    trustProxy: [],
    checksAnswers: true,
    ...options,
  });
  onTestFinished(() => app.close());
  const hear = async (request: InjectOptions) => {
    const response = await app.inject(request);
    return { status: response.statusCode, answer: response.json() as unknown };
  };
  return { app, database, log, hear };
}
