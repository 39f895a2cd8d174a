import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { dayIn } from '#packages/kernel';
import {
  type AnyState,
  type CommandResult,
  type PlainState,
  plainOf,
  type StreamDefinition,
  type StreamRef,
} from '#packages/sync';
import { Device, type StreamClient } from '#packages/sync/client';
import type { TestDatabase } from '#packages/testing/database';
import { definitions } from '../../apps/features.ts';
import { toldDemonstration } from '../../apps/server/demonstration/told.fixture.ts';
import { MemoryStore } from './memory-store.ts';
import { type Random, randomCommand, seeded } from './random-command.ts';
import { ShakyTransport } from './shaky-transport.ts';

const teamStreams = definitions.get('team') as StreamDefinition;
const CLIENTS = 5;
const ROUNDS = 60;
const bad = { lostOnTheWay: 0.1, answerLost: 0.15, sentTwice: 0.15, streamDrops: 0.05 };
const good = { lostOnTheWay: 0, answerLost: 0, sentTwice: 0, streamDrops: 0 };

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

class Server {
  readonly #database: TestDatabase;
  readonly #port: number;
  #process: ChildProcess | null = null;

  constructor(database: TestDatabase, port: number) {
    this.#database = database;
    this.#port = port;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        MODE: 'demonstration',
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'error',
        OWNER_URL: this.#database.ownerUrl,
        APP_URL: this.#database.appUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (text) => {
        if (String(text).includes('"level":50')) console.error(String(text));
        if (String(text).includes('listening')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the server stopped with ${code}`)));
    });
  }

  /** As a power cut would: nothing gets the chance to finish. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.removeAllListeners('exit');
    const gone2 = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await Promise.race([gone, gone2]);
  }
}

async function freePort(): Promise<number> {
  for (let port = 29_000 + Math.floor(Math.random() * 2000); ; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

type Person = { personId: string; name: string };

type Entered = {
  readonly token: string;
  readonly personId: string;
  readonly teamId: string;
  readonly schoolId: string;
  readonly memberId: string;
};

/** @param known the team, once it may have been given another name */
async function enter(baseUrl: string, firstName: string, known?: string): Promise<Entered> {
  const people = (await (await fetch(`${baseUrl}/api/demonstration/people`)).json()) as {
    schools: { groups: { people: Person[] }[] }[];
  };
  const person = people.schools
    .flatMap((school) => school.groups.flatMap((group) => group.people))
    .find(({ name }) => name.startsWith(firstName));
  const entered = await fetch(`${baseUrl}/api/demonstration/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: person?.personId }),
  });
  const { token } = (await entered.json()) as { token: string };
  const me = (await (
    await fetch(`${baseUrl}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  ).json()) as { teams: { id: string; name: string; schoolId: string; memberId: string }[] };
  const team = me.teams.find(({ id, name }) => (known ? id === known : name === 'Bovenbouw'));
  if (!team || !person) throw new Error(`${firstName} is not in the team`);
  const { id: teamId, schoolId, memberId } = team;
  return { token, personId: person.personId, teamId, schoolId, memberId };
}

/** Somebody's device: it can be shut and opened again, with what it kept. */
class Participant {
  readonly store = new MemoryStore();
  readonly transport: ShakyTransport;
  readonly acknowledged: CommandResult[] = [];
  readonly #parts: Entered;
  #device: Device;
  client: StreamClient;

  constructor(parts: Entered & { baseUrl: string; random: Random }) {
    this.#parts = parts;
    this.transport = new ShakyTransport({ ...parts, shakiness: bad });
    this.#device = this.#make();
    this.client = this.#open();
  }

  #make(): Device {
    const { personId } = this.#parts;
    const device = new Device({ definitions, transport: this.transport, store: this.store, personId });
    device.talk = {
      event: () => {},
      kept: () => {},
      standing: () => {},
      wants: () => {},
      settled: (results) => this.acknowledged.push(...results),
    };
    return device;
  }

  /** The team's stream, with the school's and one's own beside it, over one connection. */
  #open(): StreamClient {
    const { teamId, schoolId, personId, memberId } = this.#parts;
    const open = (ref: StreamRef, member: string | null) => this.#device.open(ref, member).client;
    open({ kind: 'school', id: schoolId }, null);
    open({ kind: 'person', id: personId }, null);
    const client = open({ kind: 'team', id: teamId }, memberId);
    this.#device.connect();
    return client;
  }

  close(): void {
    this.#device.disconnect();
  }

  reload(): void {
    this.close();
    this.#device = this.#make();
    this.client = this.#open();
  }

  flush(): Promise<void> {
    return this.#device.flush();
  }

  /** For whoever has to find out why it does not end well. */
  told(): string {
    const { connection, unsent } = this.client.view();
    return `${connection}, ${unsent.length} unsent, last fault: ${this.transport.lastFault}`;
  }

  state(): AnyState | null {
    return this.client.view().state;
  }

  plain(): PlainState | null {
    const { state } = this.client.view();
    return state && plainOf(state);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = 90_000,
): Promise<void> {
  for (const start = Date.now(); !(await holds()); await pause(50)) {
    if (Date.now() - start > patience) throw new Error(`waited too long until ${what}`);
  }
}

/** More of them on request: SEEDS=3,4,5 npx vitest run tests/convergence */
const seeds = (process.env.SEEDS ?? '1,20261124').split(',').map(Number);

test.each(seeds)(
  'several people at a bad network, a reload, two hours in a tunnel and a server that dies: all end equal, nothing acknowledged is missing (seed %i)',
  { timeout: 240_000 },
  async (seed) => {
    const random = seeded(seed);
    const database = await toldDemonstration();
    cleanUps.push(() => database.drop());
    const server = new Server(database, await freePort());
    cleanUps.push(() => server.kill());
    await server.start();

    const devices: Participant[] = [];
    for (const name of ['Sam', 'Tom', 'Lise', 'Mehmet', 'Noor'].slice(0, CLIENTS)) {
      const entered = await enter(server.baseUrl, name);
      devices.push(new Participant({ baseUrl: server.baseUrl, ...entered, random }));
    }
    cleanUps.push(() => {
      for (const device of devices) device.close();
    });
    await until('everybody has the board', () => devices.every((device) => device.state() !== null));

    let sent = 0;
    const tried = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, device] of devices.entries()) {
        const state = device.state();
        if (!state || random() < 0.2) continue;
        const { name, payload } = randomCommand(teamStreams, state, dayIn(new Date()), random);
        tried.add(name);
        const result = await device.client.send(name, payload);
        if ('id' in result) sent += 1;
        if (index === 1 && round === 25) device.reload();
      }
      const [inTunnel, alsoInTunnel] = devices;
      for (const device of [inTunnel, alsoInTunnel])
        if (device) device.transport.isOff = round >= 12 && round < 40;
      if (round === 30) {
        await server.kill();
        await pause(200);
        await server.start();
      }
      await pause(random() * 25);
    }

    for (const device of devices) {
      device.transport.shakiness = good;
      device.transport.isOff = false;
    }
    for (const device of devices) void device.flush();
    await until('everything is sent', () =>
      devices.every((device) => device.client.view().unsent.length === 0),
    ).catch((error) => {
      throw new Error(`${error.message}: ${devices.map((device) => device.told()).join('; ')}`);
    });

    // A tool that does little finds little.
    expect(tried.size).toBeGreaterThan(50);
    expect(sent).toBeGreaterThan(80);

    const sql = postgres(database.ownerUrl, { max: 1 });
    cleanUps.push(() => sql.end());
    const teamId = devices[0]?.state()?.team?.all()[0]?.id ?? '';
    const log = await sql<
      { seq: string; command_id: string }[]
    >`select seq, command_id from stream_change where stream_id = ${teamId} order by seq`;
    const done = new Map(log.map((row) => [row.command_id, Number(row.seq)]));

    // Numbers without a gap, each command once.
    expect([...done.values()]).toEqual(log.map((_, index) => index + 1));
    // Nothing acknowledged is missing, and nothing refused was done.
    const answers = devices.flatMap((device) => device.acknowledged);
    expect(answers.length).toBeGreaterThan(sent * 0.9);
    for (const answer of answers) {
      if ('refused' in answer) expect(done.has(answer.id)).toBe(false);
      else if (done.has(answer.id)) expect(done.get(answer.id)).toBe(answer.seq);
    }

    // Refusals are the method's own; the server itself never broke.
    const faults = devices
      .flatMap((device) => device.client.view().declined)
      .filter(({ refusal }) => refusal.refused === 'fault');
    expect(faults).toEqual([]);

    // Everybody sees what a fresh visitor reads, and what the rows say after a restart.
    await server.kill();
    await server.start();
    const visitor = await enter(server.baseUrl, 'Femke', teamId);
    const answer = (await (
      await fetch(`${server.baseUrl}/api/snapshot?of=team:${visitor.teamId}`, {
        headers: { authorization: `Bearer ${visitor.token}` },
      })
    ).json()) as { streams: { seq: number; state: PlainState }[] };
    const [afresh = { seq: 0, state: {} }] = answer.streams;
    expect(afresh.seq).toBe(log.length);
    for (const [index, device] of devices.entries()) {
      await until(`device ${index} has caught up`, () => device.client.view().connection === 'live');
      await until(
        `device ${index} sees the same`,
        () => {
          try {
            expect(device.plain()).toEqual(afresh.state);
            return true;
          } catch {
            return false;
          }
        },
        10_000,
      ).catch(() => expect(device.plain()).toEqual(afresh.state));
    }
  },
);
