import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { Refused, Unreachable } from '#packages/http/client';
import { field, isRefusal, newId, refuse } from '#packages/kernel';
import { runCommand } from '../run.ts';
import {
  type AnyState,
  applyChanges,
  type CommandMessage,
  type CommandResult,
  changesOf,
  commandOver,
  emptyState,
  type LogEntry,
  type RecordsOf,
  type StateOf,
  WIRE_VERSION,
} from '../stream.ts';
import type { Declined, Kept, News, Store, Transport, Waiting } from './ports.ts';
import { TeamClient } from './team-client.ts';

/** A stream of notes: the smallest thing that can be done, refused and taken back. */
const records = { note: z.object({ id: field.id, text: field.line(20) }) } as const;
type Notes = StateOf<RecordsOf<typeof records>>;
const command = commandOver<Notes>();
const { put, remove } = changesOf<RecordsOf<typeof records>>();
const definition = {
  records,
  commands: {
    'note.write': command({
      capability: 'write',
      payload: records.note,
      run: (_, note) => [put('note', note)],
      undo: (_, { id }) => ({ name: 'note.remove', payload: { id } }),
    }),
    'note.remove': command({
      capability: 'write',
      payload: z.object({ id: field.id }),
      run: (state, { id }) => (state.note[id] ? [remove('note', id)] : refuse('gone')),
    }),
  },
};

/** A server in memory, over a line that a test can cut. */
class Server implements Transport {
  state: AnyState = emptyState(definition);
  log: LogEntry[] = [];
  isOff = false;
  losesAnswers = false;
  breaksOver: string | null = null;
  refusesAll: string | null = null;
  news: News | null = null;
  sent: CommandMessage[] = [];

  readonly snapshot = async () => {
    this.#check();
    return { version: WIRE_VERSION, seq: this.log.length, now: new Date().toISOString(), state: this.state };
  };

  readonly send = async (commands: readonly CommandMessage[]) => {
    this.#check();
    this.sent.push(...commands);
    if (commands.some(({ name }) => name === this.breaksOver)) throw new Refused(refuse('fault'));
    const results = commands.map((message) => this.run(message));
    if (this.losesAnswers) throw new Unreachable('answer lost');
    return { now: new Date().toISOString(), results };
  };

  readonly follow = (seq: () => number, news: News) => {
    this.news = news;
    if (this.isOff) news.lost();
    else {
      news.hello({ version: WIRE_VERSION, seq: this.log.length, now: new Date().toISOString() });
      for (const entry of this.log.slice(seq())) news.entry(entry);
    }
    return { close: () => (this.news = null) };
  };

  run({ id, name, payload }: CommandMessage): CommandResult {
    const before = this.log.find((entry) => entry.commandId === id);
    if (before) return { id, seq: before.seq };
    const now = new Date().toISOString();
    const outcome = runCommand(
      definition,
      this.state,
      { name, payload },
      { teamId: 't', memberId: null, now, today: '2026-11-24' },
    );
    if (isRefusal(outcome)) return { id, ...outcome };
    this.state = applyChanges(this.state, outcome);
    const entry = { seq: this.log.length + 1, commandId: id, name, by: null, at: now, changes: outcome };
    this.log.push(entry);
    if (!this.isOff && !this.losesAnswers) this.news?.entry(entry);
    return { id, seq: entry.seq };
  }

  somebodyElse(name: string, payload: unknown): void {
    this.run({ id: newId(), name, payload });
  }

  #check(): void {
    if (this.isOff) throw new Unreachable('off');
    if (this.refusesAll) throw new Refused(refuse(this.refusesAll));
  }
}

class Shelf implements Store {
  kept: { snapshot: Kept['snapshot']; waiting: Waiting[]; declined: Declined[] } = {
    snapshot: null,
    waiting: [],
    declined: [],
  };
  readonly load = async () => structuredClone(this.kept);
  readonly waiting = async () => [...this.kept.waiting];
  readonly saveSnapshot = async (snapshot: NonNullable<Kept['snapshot']>) => {
    this.kept.snapshot = structuredClone(snapshot);
  };
  readonly addWaiting = async (waiting: Waiting) => {
    this.kept.waiting.push(waiting);
  };
  readonly settle = async (ids: readonly string[], declined: readonly Declined[]) => {
    this.kept.waiting = this.kept.waiting.filter(({ id }) => !ids.includes(id));
    this.kept.declined.push(...declined);
  };
  readonly dismiss = async (id: string) => {
    this.kept.declined = this.kept.declined.filter((one) => one.id !== id);
  };
}

const SAM = newId();

async function given(parts: { server?: Server; shelf?: Shelf; memberId?: string | null } = {}) {
  const server = parts.server ?? new Server();
  const shelf = parts.shelf ?? new Shelf();
  const client = new TeamClient<Notes>({
    definition,
    transport: server,
    store: shelf,
    teamId: 't',
    memberId: parts.memberId === undefined ? SAM : parts.memberId,
  });
  await client.open();
  await client.connect();
  await client.flush();
  const texts = () => Object.values(client.view().state?.note ?? {}).map((note) => note.text);
  const write = async (text: string, id = newId()) => ({
    id,
    result: await client.send('note.write', { id, text }),
  });
  return { server, shelf, client, texts, write };
}

describe('what somebody does', () => {
  test('is seen at once, kept on the device, and gone from there when the server has it', async () => {
    const { server, shelf, client, texts } = await given();
    const sending = client.send('note.write', { id: newId(), text: 'appel' });
    expect(texts()).toEqual(['appel']);
    await sending;
    await client.flush();
    expect(server.log).toHaveLength(1);
    expect(shelf.kept.waiting).toEqual([]);
    expect(client.view().unsent).toEqual([]);
    expect(texts()).toEqual(['appel']);
  });

  test('is refused at once when this device can tell, and nothing was done', async () => {
    const { server, client } = await given();
    expect(await client.send('note.remove', { id: newId() })).toMatchObject({ refused: 'gone' });
    expect(await client.send('note.write', { id: newId(), text: 'x'.repeat(21) })).toMatchObject({
      refused: 'invalid',
    });
    expect(server.sent).toEqual([]);
  });

  test('can be taken back', async () => {
    const { client, texts, write } = await given();
    const { result } = await write('peer');
    if (!('undo' in result) || !result.undo) throw new Error('no way back');
    await client.send(result.undo.name, result.undo.payload);
    await client.flush();
    expect(texts()).toEqual([]);
  });
});

describe('without a network', () => {
  test('the board goes on, says what is not sent, and sends it once when the network is back', async () => {
    const { server, client, texts, write } = await given();
    server.isOff = true;
    await write('een');
    await write('twee');
    await client.flush();
    expect(client.view().connection).toBe('offline');
    expect(client.view().unsent).toHaveLength(2);
    expect(texts()).toEqual(['een', 'twee']);
    server.isOff = false;
    await client.flush();
    expect(client.view().unsent).toEqual([]);
    expect(server.log.map((entry) => entry.name)).toEqual(['note.write', 'note.write']);
  });

  test('a reload loses nothing: board and unsent changes come from the device', async () => {
    const { server, shelf, client, write } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'van een ander' });
    server.isOff = true;
    await write('van mij');
    client.disconnect();
    const again = await given({ server, shelf });
    expect(again.texts()).toEqual(['van een ander', 'van mij']);
    expect(again.client.view().unsent).toHaveLength(1);
    server.isOff = false;
    await again.client.flush();
    expect(server.log).toHaveLength(2);
  });

  test('an answer that got lost does not do it twice', async () => {
    const { server, client, write } = await given();
    server.losesAnswers = true;
    await write('een keer');
    await client.flush();
    server.losesAnswers = false;
    await client.flush();
    expect(server.sent.length).toBeGreaterThan(1);
    expect(server.log).toHaveLength(1);
    expect(client.view().unsent).toEqual([]);
  });

  test('what others did meanwhile is there when it is back, under what is still unsent', async () => {
    const { server, client, texts, write } = await given();
    server.isOff = true;
    await write('van mij');
    server.somebodyElse('note.write', { id: newId(), text: 'van een ander' });
    server.isOff = false;
    await client.refresh();
    expect(texts()).toEqual(['van een ander', 'van mij']);
    await client.flush();
    expect(texts().sort()).toEqual(['van een ander', 'van mij']);
  });
});

describe('when the server says no', () => {
  test('the change leaves the screen, is explained with its text, and the rest goes on', async () => {
    const { server, shelf, client, texts, write } = await given();
    const { id } = await write('blijft');
    await client.flush();
    server.isOff = true;
    await client.send('note.remove', { id });
    await write('ook van mij');
    server.isOff = false;
    server.somebodyElse('note.remove', { id });
    await client.flush();
    expect(client.view().declined).toMatchObject([
      { name: 'note.remove', payload: { id }, refusal: { refused: 'gone' } },
    ]);
    expect(texts()).toEqual(['ook van mij']);
    const [declined] = client.view().declined;
    await client.dismiss(declined?.id ?? '');
    expect(client.view().declined).toEqual([]);
    expect(shelf.kept.declined).toEqual([]);
  });

  test('a command over which the server keeps breaking is laid aside, and the rest goes on', async () => {
    vi.useFakeTimers();
    try {
      const { server, client, write } = await given();
      const { id } = await write('eerst');
      await client.flush();
      server.breaksOver = 'note.remove';
      await client.send('note.remove', { id });
      await write('daarna');
      for (let attempt = 0; attempt < 8; attempt++) await vi.advanceTimersByTimeAsync(20_000);
      expect(client.view().declined).toMatchObject([{ name: 'note.remove', refusal: { refused: 'fault' } }]);
      expect(server.log.map((entry) => entry.name)).toEqual(['note.write', 'note.write']);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ['sign-in-first', 'signed-out'],
    ['not-found', 'gone'],
  ])('%s keeps everything and stops asking', async (refused, connection) => {
    const { server, shelf, client, write } = await given();
    server.refusesAll = refused;
    await write('bewaard');
    await client.flush();
    expect(client.view().connection).toBe(connection);
    expect(shelf.kept.waiting).toHaveLength(1);
  });

  test.each(['too-often', 'unavailable'])('%s is waited out, nothing is declined', async (refused) => {
    const { server, client, write } = await given();
    server.refusesAll = refused;
    await write('geduld');
    for (let attempt = 0; attempt < 9; attempt++) await client.flush();
    expect(client.view().declined).toEqual([]);
    server.refusesAll = null;
    await client.flush();
    expect(server.log).toHaveLength(1);
  });
});

describe('following', () => {
  test('an entry that comes twice counts once, and one that is missing is fetched', async () => {
    const { server, client, texts } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'een' });
    const [first] = server.log;
    if (!first) throw new Error('nothing in the log');
    client.receive(first);
    expect(texts()).toEqual(['een']);
    const { news } = server;
    server.news = null;
    server.somebodyElse('note.write', { id: newId(), text: 'gemist' });
    server.news = news;
    server.somebodyElse('note.write', { id: newId(), text: 'drie' });
    await vi.waitFor(() => expect(texts()).toEqual(['een', 'gemist', 'drie']));
  });

  test('a whole board that is older than what came meanwhile does not turn the clock back', async () => {
    const { server, client, texts } = await given();
    const old = await server.snapshot();
    server.somebodyElse('note.write', { id: newId(), text: 'nieuw' });
    const before = server.snapshot;
    Object.assign(server, { snapshot: async () => old });
    await client.refresh();
    expect(texts()).toEqual(['nieuw']);
    Object.assign(server, { snapshot: before });
  });

  test('a log that begins anew is believed', async () => {
    const { server, texts } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'van voor de brand' });
    expect(texts()).toEqual(['van voor de brand']);
    server.log = [];
    server.state = emptyState(definition);
    server.news?.reset();
    await vi.waitFor(() => expect(texts()).toEqual([]));
  });

  test('a server that speaks another version asks for a reload; what is unsent is kept', async () => {
    const { server, shelf, client, write } = await given();
    server.isOff = true;
    await write('bewaard');
    server.news?.hello({ version: WIRE_VERSION + 1, seq: 0, now: new Date().toISOString() });
    expect(client.view().connection).toBe('outdated');
    expect(shelf.kept.waiting).toHaveLength(1);
  });

  test('the clock of the server is the clock of the board', async () => {
    const { server, client } = await given();
    const ahead = Date.now() + 90_000;
    server.news?.hello({ version: WIRE_VERSION, seq: 0, now: new Date(ahead).toISOString() });
    expect(Math.abs(client.now() - ahead)).toBeLessThan(1000);
  });
});

test('what somebody else left unsent in this browser is not sent under another name', async () => {
  const { server, shelf, client, write } = await given();
  server.isOff = true;
  await write('van Sam');
  client.disconnect();
  server.isOff = false;
  const other = await given({ server, shelf, memberId: newId() });
  expect(other.texts()).toEqual([]);
  expect(server.log).toEqual([]);
  other.client.disconnect();
  await given({ server, shelf });
  expect(server.log).toHaveLength(1);
});
