import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Cluster, databaseEnvironment } from './cluster.ts';
import { StartRefused } from './refused.ts';

export interface DatabaseProcess {
  readonly port: number;
  /** True from the moment that the process is gone. */
  hasEnded(): boolean;
  whenEnded(listener: () => void): void;
  stop(): Promise<void>;
}

interface Wanted {
  readonly cluster: Cluster;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly logFile: string;
  readonly log: (line: string) => void;
}

const lowestPort = 26_000;
const highestPort = 32_000;
const attempts = 8;

/** Starts PostgreSQL on loopback, on a port that is free, and waits until it answers. */
export async function runDatabase(wanted: Wanted): Promise<DatabaseProcess> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const logStart = rotate(wanted.logFile);
    const running = spawnPostgres(wanted, port);
    if (await isReady(running, wanted)) return running;
    const said = readFileSync(wanted.logFile, 'utf8').slice(logStart);
    const mayPass = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory/.test(
      said,
    );
    if (!mayPass || attempt === attempts) {
      const last = said.trim().split('\n').slice(-3).join(' / ');
      throw new StartRefused(
        `The database in ${wanted.cluster.folder} does not start; your data is kept as it is. ` +
          `It said: ${last === '' ? 'nothing' : last} (all of it is in ${wanted.logFile}).`,
      );
    }
    await pause(150 * attempt);
  }
}

function spawnPostgres(wanted: Wanted, port: number): DatabaseProcess & { readonly child: ChildProcess } {
  const output = openSync(wanted.logFile, 'a', 0o600);
  const settings = Object.entries(settingsFor(port, wanted.durable)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(wanted.binaries.postgres, ['-D', wanted.cluster.folder, ...settings], {
    cwd: '/',
    // A session of its own: Ctrl-C in the terminal is for the server, which then stops the database last.
    detached: true,
    stdio: ['ignore', output, output],
    env: databaseEnvironment(),
    ...wanted.account.ids,
  });
  closeSync(output);
  child.unref();
  let ended = false;
  const listeners: (() => void)[] = [];
  const end = () => {
    ended = true;
    for (const listener of listeners) listener();
  };
  child.once('exit', end);
  child.once('error', end);
  return {
    child,
    port,
    hasEnded: () => ended,
    whenEnded: (listener) => listeners.push(listener),
    async stop() {
      // SIGINT: a proper fast stop. SIGQUIT: at once, made good from the log at the next start.
      for (const [signal, seconds] of [
        ['SIGINT', 30],
        ['SIGQUIT', 10],
      ] as const) {
        if (!ended) child.kill(signal);
        const deadline = Date.now() + seconds * 1000;
        while (!ended && Date.now() < deadline) await pause(5);
        if (ended) return;
      }
    },
  };
}

function settingsFor(port: number, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Short statements only: compiling them costs more than it gains.
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
}

async function isReady(
  running: DatabaseProcess & { readonly child: ChildProcess },
  wanted: Wanted,
): Promise<boolean> {
  const started = Date.now();
  let nextWord = 5;
  while (!running.hasEnded()) {
    if (readStatus(wanted.cluster.folder, running.child.pid) === 'ready') return true;
    const seconds = Math.round((Date.now() - started) / 1000);
    if (seconds >= nextWord) {
      wanted.log(`Waiting for the database, which may be making good an earlier hard stop (${seconds} s)`);
      nextWord += 10;
    }
    await pause(10);
  }
  return false;
}

/** PostgreSQL writes its own state into line 8 of postmaster.pid. */
function readStatus(folder: string, pid: number | undefined): string {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) ? (lines[7] ?? '').trim() : '';
  } catch {
    return '';
  }
}

/** Keeps the log file from growing for ever; answers where this run's part begins. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 5_000_000) return size;
  renameSync(logFile, `${logFile}.old`);
  return 0;
}

/** Below 32768, where the system itself hands out no ports for outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * (highestPort - lowestPort));
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
}

/** Whether this address can be listened on. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
