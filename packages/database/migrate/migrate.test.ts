import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { StartRefused } from '#packages/database/embedded';
import { testDatabase } from '#packages/testing/database';
import { claimInstallation, migrate, ownMigrations, StepDiffers, setDemonstrationAside } from './index.ts';

const first = {
  '0001_word.sql': 'create table word (text text);\ngrant select on word to samenbeter_app;\n',
};
const second = { '0002_more.sql': "insert into word values ('een');" };

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeter-steps-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function at(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function emptyDatabase(owner?: string): Promise<string> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const admin = postgres(at(inject('testServer').ownerUrl, 'postgres'), { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)} template template0`;
  if (owner !== undefined) await admin`alter database ${admin(name)} owner to ${admin(owner)}`;
  onTestFinished(async () => {
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end();
  });
  return at(inject('testServer').ownerUrl, name);
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end();
  }
}

function run(ownerUrl: string, files: Record<string, string>, appUrl?: string) {
  return migrate({ ownerUrl, appUrl, folders: [folderOf(files)], log: () => {} });
}

/** With steps from several folders, as features have them. */
const runAll = (ownerUrl: string, ...folders: Record<string, string>[]) =>
  migrate({ ownerUrl, folders: folders.map(folderOf), log: () => {} });

const stepsOf = (ownerUrl: string) =>
  ask(ownerUrl, 'select number from schema_migration order by applied_at');

async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof StartRefused) return outcome.message;
  throw outcome instanceof Error ? outcome : new Error('It was not refused');
}

test('steps are carried out in order, once, and the application may read what it was given', async () => {
  const ownerUrl = await emptyDatabase();
  await run(ownerUrl, first);
  const { appUrl } = await run(ownerUrl, { ...first, ...second });
  await run(ownerUrl, { ...first, ...second });
  expect(await ask(appUrl, 'select text from word')).toEqual([{ text: 'een' }]);
  expect(await ask(ownerUrl, 'select number, name from schema_migration order by number')).toEqual([
    { number: 1, name: 'word' },
    { number: 2, name: 'more' },
  ]);
  await expect(ask(appUrl, 'delete from word')).rejects.toThrow(/permission denied/);
  await expect(ask(appUrl, 'create table own ()')).rejects.toThrow(/permission denied/);
});

test('several servers that start at once take turns', async () => {
  const ownerUrl = await emptyDatabase();
  const slow = { ...first, '0002_more.sql': "select pg_sleep(0.2); insert into word values ('een');" };
  await Promise.all([1, 2, 3, 4].map(() => run(ownerUrl, slow)));
  expect(await ask(ownerUrl, 'select text from word')).toEqual([{ text: 'een' }]);
});

test('a step that fails is undone whole, the steps before it stay, and it says where', async () => {
  const ownerUrl = await emptyDatabase();
  const broken = { ...first, '0002_more.sql': "insert into word values ('half');\n\nselect nonsense;" };
  await expect(run(ownerUrl, broken)).rejects.toThrow(
    /Migration 2 \(more\) failed and was undone: .*nonsense.*line 3/,
  );
  expect(await ask(ownerUrl, 'select text from word')).toEqual([]);
  expect(await ask(ownerUrl, 'select number from schema_migration')).toEqual([{ number: 1 }]);
});

test('a database of a newer version is refused and left as it is', async () => {
  const ownerUrl = await emptyDatabase();
  await run(ownerUrl, { ...first, ...second });
  expect(await refusal(run(ownerUrl, first))).toContain(
    'step 0002_more, which this version of Samenbeter does not have: it was made by a newer version',
  );
  expect(await ask(ownerUrl, 'select text from word')).toEqual([{ text: 'een' }]);
});

test('a step that was changed after it was carried out is refused; other line ends are no change', async () => {
  const ownerUrl = await emptyDatabase();
  await run(ownerUrl, first);
  const crlf = { '0001_word.sql': first['0001_word.sql'].replaceAll('\n', '\r\n') };
  await run(ownerUrl, crlf);
  const changed = { '0001_word.sql': `${first['0001_word.sql']}-- later thought` };
  expect(await refusal(run(ownerUrl, changed))).toContain('0001_word of the database differs');
});

test('a demonstration of an earlier, unreleased version is put aside whole; anything else is not', async () => {
  const installed = (kind: string) => ({
    '0001_word.sql': `create table installation (kind text); insert into installation values ('${kind}');`,
  });
  for (const kind of ['demonstration', 'production']) {
    const ownerUrl = await emptyDatabase();
    await run(ownerUrl, installed(kind));
    const changed = { '0001_word.sql': `${installed(kind)['0001_word.sql']}-- written anew` };
    await expect(run(ownerUrl, changed)).rejects.toThrow(StepDiffers);
    const aside = await setDemonstrationAside(ownerUrl);
    if (kind === 'production') {
      expect(aside).toBeNull();
      await expect(run(ownerUrl, changed)).rejects.toThrow(StepDiffers);
      continue;
    }
    await run(ownerUrl, changed);
    expect(await ask(ownerUrl, 'select kind from installation')).toEqual([{ kind }]);
    const kept = new URL(ownerUrl);
    kept.pathname = `/${aside}`;
    expect(await ask(kept.href, 'select kind from installation')).toEqual([{ kind }]);
  }
});

test('steps of several folders are carried out in the order of their numbers, whatever the order of the folders', async () => {
  const ownerUrl = await emptyDatabase();
  const late = { '0003_late.sql': "insert into word values ('twee');" };
  await runAll(ownerUrl, late, { ...first }, second);
  expect(await ask(ownerUrl, 'select text from word')).toEqual([{ text: 'een' }, { text: 'twee' }]);
  expect(await stepsOf(ownerUrl)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
});

test('a feature that was taken out leaves a gap, which a new database never knows of', async () => {
  const ownerUrl = await emptyDatabase();
  const far = { '0004_far.sql': "insert into word values ('ver');" };
  await runAll(ownerUrl, first, far);
  await runAll(ownerUrl, first, far);
  expect(await stepsOf(ownerUrl)).toEqual([{ number: 1 }, { number: 4 }]);
  // Put back, it still has its turn.
  await runAll(ownerUrl, first, far, second);
  expect(await stepsOf(ownerUrl)).toEqual([{ number: 1 }, { number: 4 }, { number: 2 }]);
  expect(await ask(ownerUrl, 'select text from word')).toEqual([{ text: 'ver' }, { text: 'een' }]);
});

test('a database with what a feature kept is refused by a version without it, and left as it is', async () => {
  const ownerUrl = await emptyDatabase();
  const far = { '0004_far.sql': "insert into word values ('ver');" };
  await runAll(ownerUrl, first, second);
  expect(await refusal(runAll(ownerUrl, first, far))).toContain(
    'or by one with a feature that was taken out here',
  );
  expect(await ask(ownerUrl, 'select text from word')).toEqual([{ text: 'een' }]);
});

test('a number is given once over all folders, and a file is called as it should be', async () => {
  const ownerUrl = await emptyDatabase();
  const other = { '0001_other.sql': 'create table other ()' };
  await expect(runAll(ownerUrl, first, other)).rejects.toThrow(
    'Two migrations have number 1: word and other',
  );
  await expect(runAll(ownerUrl, first, { '2_other.sql': 'select 1' })).rejects.toThrow('found 2_other.sql');
  expect(await ask(ownerUrl, "select to_regclass('word') as word")).toEqual([{ word: null }]);
});

test('the application is never let in as a role that passes the row rules', async () => {
  const ownerUrl = await emptyDatabase();
  expect(await refusal(run(ownerUrl, first, ownerUrl))).toContain("could see every school's data");
});

test('an owner that may not make roles is told so, and goes on with APP_DATABASE_URL', async () => {
  const { ownerUrl: superUrl, appUrl } = inject('testServer');
  const name = `limited_${randomBytes(6).toString('hex')}`;
  const admin = postgres(at(superUrl, 'postgres'), { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await admin.unsafe(`drop role ${name}`);
    await admin.end();
  });
  await admin.unsafe(`create role ${name} login password 'geheim'`);
  const limited = new URL(await emptyDatabase(name));
  limited.username = name;
  limited.password = 'geheim';
  expect(
    await refusal(migrate({ ownerUrl: limited.href, folders: [ownMigrations], log: () => {} })),
  ).toContain('APP_DATABASE_URL');

  const own = at(appUrl, limited.pathname.slice(1));
  expect(
    await migrate({ ownerUrl: limited.href, appUrl: own, folders: [ownMigrations], log: () => {} }),
  ).toEqual({ appUrl: own });
  // Row rules are forced on this owner too, and still the installation can be claimed, once.
  await claimInstallation(limited.href, 'production');
  expect(await refusal(claimInstallation(limited.href, 'demonstration'))).toContain(
    'never opened in demonstration mode',
  );
});

test('what the database was first used for, it stays', async () => {
  const real = await testDatabase();
  const shown = await testDatabase();
  onTestFinished(async () => {
    await real.drop();
    await shown.drop();
  });
  await claimInstallation(real.ownerUrl, 'production');
  await claimInstallation(real.ownerUrl, 'production');
  expect(await refusal(claimInstallation(real.ownerUrl, 'demonstration'))).toContain(
    'never opened in demonstration mode',
  );
  await claimInstallation(shown.ownerUrl, 'demonstration');
  expect(await refusal(claimInstallation(shown.ownerUrl, 'production'))).toContain(
    'never opened in production mode',
  );
});

test('a database that cannot be reached is said in one sentence without its password', async () => {
  const said = await refusal(run('postgres://owner:zeergeheim@127.0.0.1:21997/nothing', first));
  expect(said).toContain('cannot be reached');
  expect(said).not.toContain('zeergeheim');
});
