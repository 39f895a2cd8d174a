import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyPart } from '#packages/sync';
import type { TestDatabase } from '#packages/testing/database';
import { features } from '../../apps/features.ts';
import { toldDemonstration } from '../../apps/server/demonstration/told.fixture.ts';
import { type Example, examplesIn, patternOf } from './examples.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'protocol.md'), 'utf8');
const examples = examplesIn(document);

let database: TestDatabase;
let server: ChildProcess;
let printed: readonly string[];

beforeAll(async () => {
  try {
    execFileSync('curl', ['--version']);
  } catch {
    throw new Error(
      'docs/protocol.md is written for curl, and there is no curl on this machine: install it.',
    );
  }
  database = await toldDemonstration();
  const port = await freePort();
  server = await startServer(port);
  printed = await runAll(examples, `http://localhost:${port}`);
}, 120_000);

afterAll(async () => {
  server?.kill('SIGKILL');
  await database?.drop();
});

test('the document has examples to follow', () => {
  expect(examples.length).toBeGreaterThan(12);
  expect(examples.filter((example) => example.prints !== null).length).toBeGreaterThan(10);
});

test.each(examples.map((example, index) => [example.title, index, example] as const))(
  '%s (example %i)',
  (_, index, example) => {
    if (example.prints === null) expect(printed[index]).toBe('');
    else expect(printed[index]).toMatch(patternOf(example.prints));
  },
);

test('a document that promises something else is noticed', () => {
  for (const [index, { prints }] of examples.entries()) {
    if (prints === null) continue;
    expect(printed[index]).not.toMatch(patternOf(`${prints}\nand one line more`));
    expect(printed[index]).not.toMatch(patternOf(prints.replace(/[a-z0-9]/, 'xyzzy')));
  }
});

test.each(features)(
  'the README of $name names every record and every command, and no other',
  ({ name, parts }) => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'features', name, 'README.md'), 'utf8');
    const section = /^## On the wire\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(readme)?.[1] ?? '';
    const named = (what: string) => {
      const line = new RegExp(`^\\* \\*\\*${what}\\*\\*: (.*)$`, 'm').exec(section)?.[1] ?? '';
      return [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1]).sort();
    };
    const all: readonly AnyPart[] = parts;
    expect(section).toContain(all.map(({ of }) => `Of a \`${of}\` stream`).join(''));
    expect(named('Records')).toEqual(all.flatMap(({ records }) => Object.keys(records)).sort());
    expect(named('Commands')).toEqual(all.flatMap(({ commands }) => Object.keys(commands)).sort());
  },
);

/** All of them in one shell, as somebody who reads along would do; @returns what each printed. */
function runAll(all: readonly Example[], address: string): Promise<readonly string[]> {
  const mark = '=== the end of an example ===';
  const script = all.map(({ shell }) => `${shell}\nprintf '%s\\n' '${mark}'\n`).join('');
  return new Promise((resolve, reject) => {
    const words = ['-c', script.replace('http://localhost:4180', address)];
    execFile('bash', words, { timeout: 90_000, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the examples stopped: ${error.message}\n${stderr}`));
      else resolve(stdout.split(`${mark}\n`).slice(0, -1));
    });
  });
}

function startServer(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'convergence', 'server.ts')], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      MODE: 'demonstration',
      PORT: String(port),
      LOG_LEVEL: 'error',
      OWNER_URL: database.ownerUrl,
      APP_URL: database.appUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      if (String(text).includes('listening')) resolve(child);
    });
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code}`)));
  });
}

async function freePort(): Promise<number> {
  for (let port = 28_700 + Math.floor(Math.random() * 200); ; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
