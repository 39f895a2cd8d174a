import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { Refused, Unreachable } from '#packages/http/client';
import { field, isRefusal, newId, refuse } from '#packages/kernel';
import { assemble, part } from '../assemble.ts';
import { runCommand } from '../run.ts';
import { applyChanges, emptyState, plainOf } from '../state.ts';
import {
  type AnyState,
  changesOf,
  commandOver,
  type RecordsOf,
  refText,
  type StateOf,
  type StreamKind,
  type StreamRef,
} from '../stream.ts';
import type { CommandResult, LogEntry, StreamEvents } from '../wire.ts';
import { Device } from './device.ts';
import type {
  Addressed,
  Cursors,
  Declined,
  Following,
  Kept,
  KeptSnapshot,
  News,
  Store,
  Transport,
  Waiting,
} from './ports.ts';

/** A stream of notes: the smallest thing that can be done, refused and taken back. */
const records = { note: z.object({ id: field.id, text: field.line(20) }) } as const;
type Notes = StateOf<RecordsOf<typeof records>>;
const command = commandOver<Notes>();
const { put, remove } = changesOf<RecordsOf<typeof records>>();
const notes = part({
  of: 'garden',
  needs: [],
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
      run: (state, { id }) => (state.note.has(id) ? [remove('note', id)] : refuse('gone')),
    }),
  },
});
const garden: StreamKind = {
  kind: 'garden',
  version: 7,
  read: 'read',
  inside: 'read',
  presence: true,
  opensItself: false,
};
const definitions = assemble([garden], [notes]);

const ROSES: StreamRef = { kind: 'garden', id: newId() };
const HERBS: StreamRef = { kind: 'garden', id: newId() };

/** One stream of a server in memory. */
class Log {
  state: AnyState = emptyState(notes);
  log: LogEntry[] = [];
}

/** A server in memory, over a line that a test can cut. */
class Server implements Transport {
  readonly logs = new Map([ROSES, HERBS].map((ref) => [refText(ref), new Log()]));
  isOff = false;
  losesAnswers = false;
  breaksOver: string | null = null;
  refusesAll: string | null = null;
  /** Streams that are closed to this device. */
  readonly closed = new Set<string>();
  news: News | null = null;
  readonly connections: string[][] = [];
  sent: Addressed[] = [];
  asked: string[][] = [];

  of(ref: StreamRef): Log {
    const log = this.logs.get(refText(ref));
    if (!log) throw new Error('no such stream');
    return log;
  }

  get log(): LogEntry[] {
    return this.of(ROSES).log;
  }

  readonly snapshots = async (refs: readonly StreamRef[]) => {
    this.#check();
    this.asked.push(refs.map(refText));
    return { now: new Date().toISOString(), streams: refs.map((ref) => this.#snapshot(ref)) };
  };

  #snapshot(ref: StreamRef) {
    const stream = refText(ref);
    if (this.closed.has(stream)) return { stream, refused: 'not-found' };
    const { log, state } = this.of(ref);
    return { stream, version: garden.version, seq: log.length, state: plainOf(state) };
  }

  readonly send = async (commands: readonly Addressed[]) => {
    this.#check();
    this.sent.push(...commands);
    if (commands.some(({ name }) => name === this.breaksOver)) throw new Refused(refuse('fault'));
    const results = commands.map((message) => this.run(message));
    if (this.losesAnswers) throw new Unreachable('answer lost');
    return { now: new Date().toISOString(), results };
  };

  readonly follow = (cursors: () => Cursors, news: News): Following => {
    const begin = () => {
      this.news = news;
      if (this.isOff) return news.lost();
      if (cursors().size > 0) this.connections.push([...cursors().keys()]);
      for (const [stream, seq] of cursors()) {
        if (this.closed.has(stream)) news.event('closed', { stream, refused: 'not-found' });
        else this.greet(stream, seq);
      }
    };
    begin();
    return { again: begin, close: () => (this.news = null) };
  };

  greet(stream: string, seq: number, over: Partial<StreamEvents['hello']> = {}): void {
    const { log } = this.logs.get(stream) ?? new Log();
    const now = new Date().toISOString();
    this.news?.event('hello', { stream, version: garden.version, seq: log.length, now, ...over });
    for (const entry of log.slice(seq)) this.news?.event('change', { stream, ...entry });
  }

  run({ id, stream, name, payload }: Addressed): CommandResult {
    if (this.closed.has(stream)) return { id, ...refuse('not-found') };
    const own = this.logs.get(stream) ?? new Log();
    const before = own.log.find((entry) => entry.commandId === id);
    if (before) return { id, seq: before.seq };
    const now = new Date().toISOString();
    const outcome = runCommand(
      notes,
      own.state,
      { name, payload },
      { stream: ROSES, memberId: null, now, today: '2026-11-24' },
    );
    if (isRefusal(outcome)) return { id, ...outcome };
    own.state = applyChanges(own.state, outcome);
    const entry = { seq: own.log.length + 1, commandId: id, name, by: null, at: now, changes: outcome };
    own.log.push(entry);
    if (!this.isOff && !this.losesAnswers) this.news?.event('change', { stream, ...entry });
    return { id, seq: entry.seq };
  }

  somebodyElse(name: string, payload: unknown, ref = ROSES): void {
    this.run({ id: newId(), stream: refText(ref), name, payload });
  }

  #check(): void {
    if (this.isOff) throw new Unreachable('off');
    if (this.refusesAll) throw new Refused(refuse(this.refusesAll));
  }
}

class Shelf implements Store {
  readonly snapshots = new Map<string, KeptSnapshot>();
  kept: { waiting: Waiting[]; declined: Declined[] } = { waiting: [], declined: [] };
  readonly load = async (stream: string): Promise<Kept> => ({
    snapshot: structuredClone(this.snapshots.get(stream) ?? null),
    waiting: this.kept.waiting.filter((each) => each.stream === stream),
    declined: this.kept.declined.filter((each) => each.stream === stream),
  });
  readonly waiting = async () => [...this.kept.waiting];
  readonly saveSnapshot = async (stream: string, snapshot: KeptSnapshot) => {
    this.snapshots.set(stream, structuredClone(snapshot));
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

async function given(parts: { server?: Server; shelf?: Shelf; personId?: string | null } = {}) {
  const server = parts.server ?? new Server();
  const shelf = parts.shelf ?? new Shelf();
  const personId = parts.personId === undefined ? SAM : parts.personId;
  const device = new Device({ definitions, transport: server, store: shelf, personId });
  device.connect();
  const open = (ref: StreamRef) => {
    const { client, close } = device.open(ref, personId);
    const texts = () => ((client.view().state as Notes | null)?.note.all() ?? []).map((note) => note.text);
    const write = async (text: string, id = newId()) => ({
      id,
      result: await client.send('note.write', { id, text }),
    });
    return { client, close, texts, write };
  };
  const roses = open(ROSES);
  // Everything that waits for nothing but a promise; no timer, which some tests hold still.
  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  await settled();
  await device.flush();
  return { server, shelf, device, open, settled, ...roses };
}

describe('what somebody does', () => {
  test('S4 S5 is seen at once, kept on the device, and gone from there when the server has it', async () => {
    const { server, shelf, client, texts, device } = await given();
    const sending = client.send('note.write', { id: newId(), text: 'appel' });
    expect(texts()).toEqual(['appel']);
    await sending;
    await device.flush();
    expect(server.log).toHaveLength(1);
    expect(shelf.kept.waiting).toEqual([]);
    expect(client.view().unsent).toEqual([]);
    expect(texts()).toEqual(['appel']);
  });

  test('S1 is refused at once when this device can tell, and nothing was done', async () => {
    const { server, client } = await given();
    expect(await client.send('note.remove', { id: newId() })).toMatchObject({ refused: 'gone' });
    expect(await client.send('note.write', { id: newId(), text: 'x'.repeat(21) })).toMatchObject({
      refused: 'invalid',
    });
    expect(server.sent).toEqual([]);
  });

  test('S1 can be taken back', async () => {
    const { client, texts, write, device } = await given();
    const { result } = await write('peer');
    if (!('undo' in result) || !result.undo) throw new Error('no way back');
    await client.send(result.undo.name, result.undo.payload);
    await device.flush();
    expect(texts()).toEqual([]);
  });
});

describe('without a network', () => {
  test('S5 what is done goes on, says what is not sent, and sends it once when the network is back', async () => {
    const { server, client, texts, write, device } = await given();
    server.isOff = true;
    await write('een');
    await write('twee');
    await device.flush();
    expect(client.view().connection).toBe('offline');
    expect(client.view().unsent).toHaveLength(2);
    expect(texts()).toEqual(['een', 'twee']);
    server.isOff = false;
    await device.flush();
    expect(client.view().unsent).toEqual([]);
    expect(server.log.map((entry) => entry.name)).toEqual(['note.write', 'note.write']);
  });

  test('S5 a reload loses nothing: state and unsent changes come from the device', async () => {
    const { server, shelf, write, device } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'van een ander' });
    server.isOff = true;
    await write('van mij');
    device.disconnect();
    const again = await given({ server, shelf });
    expect(again.texts()).toEqual(['van een ander', 'van mij']);
    expect(again.client.view().unsent).toHaveLength(1);
    server.isOff = false;
    await again.device.flush();
    expect(server.log).toHaveLength(2);
  });

  test('S2 an answer that got lost does not do it twice', async () => {
    const { server, client, write, device } = await given();
    server.losesAnswers = true;
    await write('een keer');
    await device.flush();
    server.losesAnswers = false;
    await device.flush();
    expect(server.sent.length).toBeGreaterThan(1);
    expect(server.log).toHaveLength(1);
    expect(client.view().unsent).toEqual([]);
  });

  test('S4 what others did meanwhile is there when it is back, under what is still unsent', async () => {
    const { server, client, texts, write, device, settled } = await given();
    server.isOff = true;
    await write('van mij');
    server.somebodyElse('note.write', { id: newId(), text: 'van een ander' });
    server.isOff = false;
    device.refreshAll();
    await settled();
    expect(texts()).toEqual(['van mij', 'van een ander']);
    expect(client.view().unsent).toMatchObject([{ payload: { text: 'van mij' } }]);
    await device.flush();
    expect(texts().sort()).toEqual(['van een ander', 'van mij']);
  });
});

describe('when the server says no', () => {
  test('S6 the change leaves the screen, is explained with its text, and the rest goes on', async () => {
    const { server, shelf, client, texts, write, device } = await given();
    const { id } = await write('blijft');
    await device.flush();
    server.isOff = true;
    await client.send('note.remove', { id });
    await write('ook van mij');
    server.isOff = false;
    server.somebodyElse('note.remove', { id });
    await device.flush();
    expect(client.view().declined).toMatchObject([
      { name: 'note.remove', payload: { id }, refusal: { refused: 'gone' } },
    ]);
    expect(texts()).toEqual(['ook van mij']);
    const [declined] = client.view().declined;
    await client.dismiss(declined?.id ?? '');
    expect(client.view().declined).toEqual([]);
    expect(shelf.kept.declined).toEqual([]);
  });

  test('S6 a command over which the server keeps breaking is laid aside, and the rest goes on', async () => {
    vi.useFakeTimers();
    try {
      const { server, client, write, device } = await given();
      const { id } = await write('eerst');
      await device.flush();
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

  test('S6 signed out: everything is kept, and nothing asked any more', async () => {
    const { server, shelf, client, write, device } = await given();
    server.refusesAll = 'sign-in-first';
    await write('bewaard');
    await device.flush();
    expect(client.view().connection).toBe('signed-out');
    expect(shelf.kept.waiting).toHaveLength(1);
  });

  test.each(['too-often', 'unavailable'])('S6 %s is waited out, nothing is declined', async (refused) => {
    const { server, client, write, device } = await given();
    server.refusesAll = refused;
    await write('geduld');
    for (let attempt = 0; attempt < 9; attempt++) await device.flush();
    expect(client.view().declined).toEqual([]);
    server.refusesAll = null;
    await device.flush();
    expect(server.log).toHaveLength(1);
  });
});

describe('following', () => {
  test('S3 an entry that comes twice counts once, and one that is missing is fetched', async () => {
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

  test('S3 a whole state that is older than what came meanwhile does not turn the clock back', async () => {
    const { server, texts, device, settled } = await given();
    const old = await server.snapshots([ROSES]);
    server.somebodyElse('note.write', { id: newId(), text: 'nieuw' });
    const before = server.snapshots;
    Object.assign(server, { snapshots: async () => old });
    device.refreshAll();
    await settled();
    expect(texts()).toEqual(['nieuw']);
    Object.assign(server, { snapshots: before });
  });

  test('S7 a log that begins anew is believed', async () => {
    const { server, texts } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'van voor de brand' });
    expect(texts()).toEqual(['van voor de brand']);
    server.of(ROSES).log = [];
    server.of(ROSES).state = emptyState(notes);
    server.news?.event('reset', { stream: refText(ROSES) });
    await vi.waitFor(() => expect(texts()).toEqual([]));
  });

  test('S11 a server that speaks another version asks for a reload; what is unsent is kept', async () => {
    const { server, shelf, client, write } = await given();
    server.isOff = true;
    await write('bewaard');
    server.greet(refText(ROSES), 0, { version: garden.version + 1 });
    expect(client.view().connection).toBe('outdated');
    expect(shelf.kept.waiting).toHaveLength(1);
  });

  test('S1 the clock of the server is the clock of its streams', async () => {
    const { server, client } = await given();
    const ahead = Date.now() + 90_000;
    server.greet(refText(ROSES), 0, { now: new Date(ahead).toISOString() });
    expect(Math.abs(client.now() - ahead)).toBeLessThan(1000);
  });
});

test('S5 what somebody else left unsent in this browser is not sent under another name', async () => {
  const { server, shelf, write, device } = await given();
  server.isOff = true;
  await write('van Sam');
  device.disconnect();
  server.isOff = false;
  const other = await given({ server, shelf, personId: newId() });
  expect(other.texts()).toEqual([]);
  expect(server.log).toEqual([]);
  other.device.disconnect();
  await given({ server, shelf });
  expect(server.log).toHaveLength(1);
});

describe('several streams', () => {
  test('S8 of one page are asked for in one request, and followed over one connection', async () => {
    const server = new Server();
    const { open, settled, device } = await given({ server });
    const herbs = open(HERBS);
    await settled();
    expect(server.asked).toEqual([[refText(ROSES)], [refText(HERBS)]]);
    device.refreshAll();
    await settled();
    expect(server.asked.at(-1)).toEqual([refText(ROSES), refText(HERBS)]);
    expect(server.connections.at(-1)).toEqual([refText(ROSES), refText(HERBS)]);
    server.somebodyElse('note.write', { id: newId(), text: 'munt' }, HERBS);
    expect(herbs.texts()).toEqual(['munt']);
  });

  test('S8 what is done in each waits in one queue, in the order in which it was done', async () => {
    const { server, device, write, open, settled } = await given();
    const herbs = open(HERBS);
    await settled();
    server.isOff = true;
    await write('een');
    await herbs.write('twee');
    await write('drie');
    server.isOff = false;
    await device.flush();
    expect(server.sent.slice(-3).map(({ payload }) => (payload as { text: string }).text)).toEqual([
      'een',
      'twee',
      'drie',
    ]);
    expect(server.of(HERBS).log).toHaveLength(1);
  });

  test('S9 one that is closed to somebody leaves the others alone, and keeps what was meant for it', async () => {
    const { server, shelf, device, client, write, open, settled } = await given();
    const herbs = open(HERBS);
    await settled();
    server.closed.add(refText(HERBS));
    await herbs.write('verwelkt');
    await write('bloeit');
    await device.flush();
    expect(herbs.client.view().connection).toBe('gone');
    expect(client.view().connection).toBe('live');
    expect(server.log).toHaveLength(1);
    expect(shelf.kept.waiting).toMatchObject([{ payload: { text: 'verwelkt' } }]);
    expect(shelf.kept.declined).toEqual([]);

    // Let in again, it goes out when this device connects anew.
    server.closed.clear();
    device.disconnect();
    device.connect();
    await settled();
    await device.flush();
    expect(server.of(HERBS).log).toHaveLength(1);
  });

  test('S9 a stream that is not there is gone, and asking for it does not hold up the others', async () => {
    const server = new Server();
    server.closed.add(refText(HERBS));
    const { open, settled, texts, write, device } = await given({ server });
    const herbs = open(HERBS);
    await settled();
    expect(herbs.client.view()).toMatchObject({ connection: 'gone', state: null });
    await write('bloeit');
    await device.flush();
    expect(texts()).toEqual(['bloeit']);
  });

  test('S8 a stream that is opened before the connection is there is asked for once, and again after being away', async () => {
    const server = new Server();
    const device = new Device({ definitions, transport: server, store: new Shelf(), personId: SAM });
    device.open(ROSES, SAM);
    device.connect();
    await vi.waitFor(() => expect(server.connections).not.toEqual([]));
    expect(server.asked).toEqual([[refText(ROSES)]]);
    device.disconnect();
    device.connect();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    device.disconnect();
  });

  test('S8 everybody who opens a stream in a tab has the same client, and it stays for whoever is still there', async () => {
    vi.useFakeTimers();
    try {
      const server = new Server();
      const device = new Device({ definitions, transport: server, store: new Shelf(), personId: SAM });
      device.connect();
      const [first, second] = [device.open(ROSES, null), device.open(ROSES, null)];
      expect(first.client).toBe(second.client);
      first.close();
      first.close();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(device.open(ROSES, null).client).toBe(second.client);
    } finally {
      vi.useRealTimers();
    }
  });

  test('S8 a tab says what it wants followed as soon as it knows where it is: from its own shelf, too', async () => {
    const { server, shelf, device, client, settled } = await given();
    server.somebodyElse('note.write', { id: newId(), text: 'een' });
    await client.save();
    device.disconnect();
    const second = new Device({ definitions, transport: server, store: shelf, personId: SAM });
    const wants: Cursors[] = [];
    second.talk = {
      event: () => {},
      kept: () => {},
      settled: () => {},
      standing: () => {},
      wants: (cursors) => void wants.push(cursors),
    };
    second.open(ROSES, SAM);
    await settled();
    expect(wants).toEqual([new Map([[refText(ROSES), 1]])]);
  });

  test('S8 what other tabs want is followed too, from where they are', async () => {
    const { server, device } = await given();
    const heard: string[] = [];
    device.talk = {
      event: (name, { stream }) => void heard.push(`${name} ${stream}`),
      kept: () => {},
      settled: () => {},
      standing: () => {},
      wants: () => {},
    };
    device.alsoFollow(new Map([[refText(HERBS), 0]]));
    expect(server.connections.at(-1)?.sort()).toEqual([refText(HERBS), refText(ROSES)].sort());
    server.somebodyElse('note.write', { id: newId(), text: 'munt' }, HERBS);
    expect(heard).toContain(`change ${refText(HERBS)}`);
    // A second time from the same place: nothing is opened again.
    const opened = server.connections.length;
    device.alsoFollow(new Map([[refText(HERBS), 1]]));
    expect(server.connections).toHaveLength(opened);
  });
});
