import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { StartRefused, startEmbedded } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'samenbeter-embedded-'));
// The tests' folders carry on where root's umask is strict: the database's account must pass through.
chmodSync(root, 0o755);
const made = join(root, 'made');

/** Making a database takes half a second; every test but one begins with a copy of this one. */
beforeAll(async () => {
  const database = await start(made);
  await withSql(database.ownerUrl, (sql) => sql`create table kept (word text)`);
  await database.stop();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

let copies = 0;

function copyOfMade(): string {
  const folder = join(root, `copy-${copies++}`);
  mkdirSync(folder);
  for (const name of ['owner-password', 'database']) {
    cpSync(join(made, name), join(folder, name), { recursive: true });
  }
  giveToOwnerOf(join(made, 'database'), join(folder, 'database'));
  return folder;
}

function giveToOwnerOf(example: string, folder: string): void {
  chmodSync(folder, 0o700);
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(example);
  for (const name of [
    folder,
    ...readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))),
  ]) {
    chownSync(name, uid, gid);
  }
}

function start(folder: string, log: (line: string) => void = () => {}) {
  return startEmbedded({ folder, log, durable: false });
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function refusal(folder: string): Promise<string> {
  const outcome = await start(folder).catch((error: unknown) => error);
  if (outcome instanceof StartRefused) return outcome.message;
  throw outcome instanceof Error ? outcome : new Error('It started');
}

async function holdElsewhere(folder: string): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./held.fixture.ts', import.meta.url)), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(async () => {
    if (child.signalCode !== null || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const [ownerUrl] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ownerUrl: String(ownerUrl) };
}

test('what was written is there after a stop and a start, on loopback below the ports the system hands out', async () => {
  const folder = copyOfMade();
  const first = await start(folder);
  await withSql(first.ownerUrl, (sql) => sql`insert into kept values ('blijft')`);
  await first.stop();
  const second = await start(folder);
  onTestFinished(second.stop);
  expect(await withSql(second.ownerUrl, (sql) => sql`select word from kept`)).toMatchObject([
    { word: 'blijft' },
  ]);
  const url = new URL(second.ownerUrl);
  expect(url.hostname).toBe('127.0.0.1');
  expect(Number(url.port)).toBeLessThan(32_768);
});

test('the database sorts and folds letters as Unicode, stores UTF-8 and keeps its password to itself', async () => {
  const folder = copyOfMade();
  const database = await start(folder);
  onTestFinished(database.stop);
  const [row] = await withSql(
    database.ownerUrl,
    (sql) => sql`select upper('é') as upper, current_setting('server_encoding') as encoding`,
  );
  expect(row).toEqual({ upper: 'É', encoding: 'UTF8' });
  expect(statSync(join(folder, 'owner-password')).mode & 0o077).toBe(0);
  const withoutPassword = new URL(database.ownerUrl);
  withoutPassword.password = 'geraden';
  await expect(withSql(withoutPassword.href, (sql) => sql`select 1`)).rejects.toThrow(
    /password authentication failed/,
  );
});

test('after a hard kill the database that lives on is stopped, and everything committed is there', async () => {
  const folder = copyOfMade();
  const killed = await holdElsewhere(folder);
  await withSql(killed.ownerUrl, (sql) => sql`insert into kept values ('overleeft')`);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  const lines: string[] = [];
  const next = await start(folder, (line) => lines.push(line));
  onTestFinished(next.stop);
  expect(lines.join()).toContain('still alive');
  expect(await withSql(next.ownerUrl, (sql) => sql`select word from kept`)).toMatchObject([
    { word: 'overleeft' },
  ]);
  await expect(withSql(killed.ownerUrl, (sql) => sql`select 1`)).rejects.toThrow(/ECONNREFUSED/);
});

test('a second start on the same folder is refused and told where the first one is', async () => {
  const folder = copyOfMade();
  const first = await holdElsewhere(folder);
  expect(await refusal(folder)).toContain('already running on the data folder');
  expect(await refusal(folder)).toContain('http://localhost:21999/');
  expect(await withSql(first.ownerUrl, (sql) => sql`select 1 as works`)).toMatchObject([{ works: 1 }]);
  const next = await holdElsewhere(copyOfMade());
  expect(next.ownerUrl).not.toBe(first.ownerUrl);
});

test('two starts in the same instant: one runs, one is refused', async () => {
  const folder = copyOfMade();
  const outcomes = await Promise.allSettled([start(folder), start(folder)]);
  const running = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(running).toHaveLength(1);
  expect(String(refused[0]?.reason)).toContain('already running');
  await running[0]?.value.stop();
});

test('a process number that now belongs to another program does not stand in the way', async () => {
  const folder = copyOfMade();
  const database = join(folder, 'database');
  writeFileSync(join(database, 'postmaster.pid'), `${process.pid}\n${database}\n1\n21998\n\n127.0.0.1\n`, {
    mode: 0o644,
  });
  const next = await start(folder);
  await next.stop();
});

test('a folder that cannot be written is refused', async () => {
  const closed = process.getuid?.() === 0 ? '/proc/samenbeter' : join(root, 'closed');
  if (process.getuid?.() !== 0) mkdirSync(closed, { mode: 0o500 });
  expect(await refusal(closed)).toMatch(/cannot be written .*SAMENBETER_DATA/s);
});

test('a database of another PostgreSQL version is refused and left as it is', async () => {
  const folder = copyOfMade();
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '17\n');
  const before = readdirSync(join(folder, 'database')).sort();
  expect(await refusal(folder)).toContain('was made by PostgreSQL 17');
  expect(readdirSync(join(folder, 'database')).sort()).toEqual(before);
});

test('a folder with something else in it is refused and left as it is', async () => {
  const folder = join(root, 'other');
  mkdirSync(join(folder, 'database'), { recursive: true });
  writeFileSync(join(folder, 'database', 'vakantie.jpg'), 'foto');
  expect(await refusal(folder)).toContain('not a PostgreSQL database');
  expect(readFileSync(join(folder, 'database', 'vakantie.jpg'), 'utf8')).toBe('foto');
});

test('a database without its password file is refused and left as it is', async () => {
  const folder = copyOfMade();
  rmSync(join(folder, 'owner-password'));
  expect(await refusal(folder)).toContain('owner-password is missing');
  expect(existsSync(join(folder, 'owner-password'))).toBe(false);
});

test('a database that was only half made is made anew', async () => {
  const folder = join(root, 'half');
  mkdirSync(join(folder, 'database.making', 'base'), { recursive: true });
  const database = await start(folder);
  onTestFinished(database.stop);
  expect(existsSync(join(folder, 'database.making'))).toBe(false);
  expect(await withSql(database.ownerUrl, (sql) => sql`select 1 as works`)).toMatchObject([{ works: 1 }]);
});
