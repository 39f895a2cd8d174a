import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { Sessions } from '#features/people/server';
import { applyLedger, erasePerson, findPerson } from '#packages/database/erase';
import { migrate } from '#packages/database/migrate';
import { newId } from '#packages/kernel';
import { Outbox } from '#packages/mail';
import { erasedName } from '#packages/sync';
import { migrationFolders } from '../../apps/server/migrations.ts';
import { School } from './school.ts';

const name = "Wietske van 't Zonneveld";
const email = 'w.zonneveld@delinde.example';
const trace = /wietske|zonneveld|"wz"|slecht geslapen/i;

function ledgerFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeter-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'erasures');
}

/** Every row of every table in which a text says who it was. */
async function tracesIn(ownerUrl: string): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${name} t`);
      found.push(...rows.filter(({ row }) => trace.test(row)).map(({ row }) => `${name}: ${row}`));
    }
    return found;
  } finally {
    await sql.end();
  }
}

/** Everywhere where somebody leaves a name. */
async function lived(school: School) {
  const sam = await school.join('Sam de Boer', 'sam@delinde.example', 'SB');
  const wietske = await school.join(name, email, 'WZ');
  const described = { memberId: wietske.member, name, initials: 'WZ', workDays: [2], awayUntil: null };
  await school.do('member.describe', described, wietske.member);
  const sessionId = newId();
  await school.do('session.start', { id: sessionId, leaderId: wietske.member }, wietske.member);
  const mark = { id: newId(), sessionId, memberId: wietske.member, mark: 'low', remark: 'Slecht geslapen' };
  await school.do('checkIn.mark', mark, wietske.member);
  await school.celebrate('Groep 7 legde het lesdoel uit', wietske.member);
  await school.celebrate(`Dank aan ${name}!`, sam.member);
  await school.celebrate(`"WIETSKE VAN 'T ZONNEVELD" stond \\ op het bord`, sam.member);
  const { owner, database, school: id, team } = school;
  await owner`
    insert into scope_grant (id, person_id, role, over_kind, over_id, school_id, given_at)
    values (${newId()}, ${wietske.person}, 'expert-coach', 'school', ${id}, ${id}, now())`;
  await owner`insert into display (id, school_id, team_id, name, paired_by, paired_at) values (${newId()}, ${id}, ${team}, 'Teamkamer', ${wietske.person}, now())`;
  await owner`
    insert into invitation (id, school_id, team_id, email, name, token_hash, invited_by, invited_by_name, made_at, expires_at) values
    (${newId()}, ${id}, ${team}, 'noor@delinde.example', 'Noor', 'a', ${wietske.person}, ${name}, now(), now()),
    (${newId()}, ${id}, ${team}, ${email}, 'Wietske', 'b', ${sam.person}, 'Sam de Boer', now(), now())`;
  await owner`
    insert into sign_in_code (id, email_hash, browser_hash, code_hash, made_at, expires_at, joins_school, joins_team, joins_name, joins_language)
    values (${newId()}, 'x', 'y', 'z', now(), now(), ${id}, ${team}, ${name}, 'nl')`;
  const mail = { language: 'nl', html: '<p>Wietske van &#39;t Zonneveld nodigt je uit</p>' } as const;
  await database.within({ scope: 'school', school: id, person: null }, async (sql) => {
    const outbox = new Outbox();
    await outbox.put(sql, { ...mail, to: email, subject: 'Voor jou', text: 'Je code' });
    const subject = `${name} nodigt je uit`;
    await outbox.put(sql, { ...mail, to: 'noor@delinde.example', subject, text: 'Wietske: schrift halen' });
  });
  await school.streams.run({
    ref: { kind: 'team', id: team },
    school: id,
    person: wietske.person,
    member: wietske.member,
    message: { id: newId(), name: 'goal.add', payload: {} },
  });
  return { sam, wietske };
}

test('E3 an erased person is named nowhere; what they did stands', async () => {
  const school = await School.open();
  const { sam, wietske } = await lived(school);
  expect((await tracesIn(school.own.ownerUrl)).length).toBeGreaterThan(8);
  expect(await findPerson(school.own.ownerUrl, ` ${email.toUpperCase()}`)).toMatchObject({ name });

  await erasePerson(school.own.ownerUrl, ledgerFile(), wietske.person);

  expect(await tracesIn(school.own.ownerUrl)).toEqual([]);
  expect(await findPerson(school.own.ownerUrl, email)).toBeNull();
  const afresh = await school.another().streams.snapshot(school.place);
  expect(afresh?.state.member?.get(wietske.member)).toMatchObject({
    name: erasedName,
    initials: erasedName,
    leftOn: expect.any(String),
  });
  expect(afresh?.state.member?.get(sam.member)).toMatchObject({ name: 'Sam de Boer', leftOn: null });
  expect(afresh?.state.success?.all().map(({ text, byId }) => [text, byId])).toEqual([
    ['Groep 7 legde het lesdoel uit', wietske.member],
    [`Dank aan ${erasedName}!`, sam.member],
    [`"${erasedName}" stond \\ op het bord`, sam.member],
  ]);
  expect(afresh?.state.checkIn?.all()).toMatchObject([{ mark: 'low', remark: null }]);
  expect(await school.owner`select to_address, subject, body_text from outgoing_mail`).toEqual([
    { to_address: 'noor@delinde.example', subject: '– nodigt je uit', body_text: '–: schrift halen' },
  ]);
  expect(await school.owner`select joins_name from sign_in_code`).toEqual([]);
  expect(await school.owner`select email, invited_by_name from invitation`).toEqual([
    { email: 'noor@delinde.example', invited_by_name: erasedName },
  ]);
});

test('E3 a name of one word is taken away where it stands by itself, and from no other text', async () => {
  const school = await School.open();
  const { person } = await school.join('Roos', 'roos@delinde.example', 'Ro');
  await school.celebrate('Roos kreeg een roos');
  await school.owner`update person set name = 'Roos' where id = ${person}`;
  await erasePerson(school.own.ownerUrl, ledgerFile(), person);
  const afresh = await school.another().streams.snapshot(school.place);
  expect(afresh?.state.success?.all()).toMatchObject([{ text: 'Roos kreeg een roos' }]);
  expect(afresh?.state.member?.all()).toMatchObject([{ name: erasedName }]);
});

test('E3 the sessions of an erased person end, also on a server that had just looked', async () => {
  const school = await School.open();
  const { wietske } = await lived(school);
  const ended: string[] = [];
  const sessions = new Sessions({
    database: school.database,
    onRevoked: () => {},
    onPersonChanged: (person) => ended.push(person),
  });
  await sessions.start();
  onTestFinished(() => sessions.stop());
  const { token } = await sessions.open({ personId: wietske.person }, 'Firefox');
  expect(await sessions.whoIs(token)).not.toBeNull();
  await erasePerson(school.own.ownerUrl, ledgerFile(), wietske.person);
  await expect.poll(() => ended).toEqual([wietske.person]);
  expect(await sessions.whoIs(token)).toBeNull();
});

test('E3 devices and servers that have the name forget it: they are told to read afresh', async () => {
  const school = await School.open();
  const { wietske } = await lived(school);
  const seq = (await school.streams.snapshot(school.place))?.seq ?? 0;
  const heard = await school.listen(school, seq);
  const other = school.another();
  await other.streams.snapshot(school.place);
  await erasePerson(school.own.ownerUrl, ledgerFile(), wietske.person);

  await school.streams.heard(school.place.ref, seq + 1);
  expect(heard.at(-1)).toContain('event: reset');
  expect(await school.streams.entriesAfter(school.place, seq)).toBe('reset');
  expect((await school.streams.snapshot(school.place))?.state.member?.get(wietske.member)?.name).toBe(
    erasedName,
  );
  // One that did not hear of it notices at the next command, which is done all the same.
  const message = {
    id: newId(),
    name: 'success.add',
    payload: { id: newId(), text: 'Verder', byId: null, aboutId: null, goalId: null },
  };
  expect(await other.streams.run({ ...school.place, person: null, member: null, message })).toMatchObject({
    seq: seq + 2,
  });
  expect((await other.streams.snapshot(school.place))?.state.member?.get(wietske.member)?.name).toBe(
    erasedName,
  );
});

test('E4 erased, restored from the copy of yesterday, and named nowhere again', async () => {
  const school = await School.open();
  const { wietske } = await lived(school);
  const yesterday = await school.own.copy();
  const older = await school.own.copy();
  const before = postgres(older.ownerUrl, { max: 1, onnotice: () => {} });
  // In an older copy she was invited, and had not come in yet.
  await before`truncate stream_change, success, check_in, board_session, member, scope_grant, identity cascade`;
  await before`delete from display`;
  await before`update invitation set invited_by_name = 'Sam de Boer', invited_by = (select id from person where name like 'Sam%')`;
  await before`delete from outgoing_mail`;
  await before`delete from sign_in_code`;
  await before`delete from person where email = ${email}`;
  await before.end();

  const ledger = ledgerFile();
  await erasePerson(school.own.ownerUrl, ledger, wietske.person);
  expect(readFileSync(ledger, 'utf8')).toContain(wietske.person);
  expect(readFileSync(ledger, 'utf8')).not.toMatch(trace);
  expect(await applyLedger(school.own.ownerUrl, ledger)).toBe(0);

  for (const copy of [yesterday, older]) {
    expect((await tracesIn(copy.ownerUrl)).length).toBeGreaterThan(0);
    expect(await applyLedger(copy.ownerUrl, ledger)).toBe(1);
    expect(await tracesIn(copy.ownerUrl)).toEqual([]);
    expect(await applyLedger(copy.ownerUrl, ledger)).toBe(0);
  }
});

test('E4 a ledger that was lost, or put back from a copy itself, is made whole from the database', async () => {
  const school = await School.open();
  const { person } = await school.join('Roos', 'roos@delinde.example', 'Ro');
  const [ledger, lost] = [ledgerFile(), ledgerFile()];
  await erasePerson(school.own.ownerUrl, ledger, person);
  await applyLedger(school.own.ownerUrl, lost);
  expect(readFileSync(lost, 'utf8')).toBe(readFileSync(ledger, 'utf8'));
});

test('E4 a ledger that cannot be read is said so, and an absent one is empty', async () => {
  const school = await School.open();
  expect(await applyLedger(school.own.ownerUrl, ledgerFile())).toBe(0);
  const broken = ledgerFile();
  writeFileSync(broken, 'Wietske\n');
  await expect(applyLedger(school.own.ownerUrl, broken)).rejects.toThrow('Line 1');
});

test('E3 an owner who is held to the row rules erases as well, and somebody else is refused', async () => {
  const server = inject('testServer');
  const [role, plain] = [
    `keeper_${randomBytes(4).toString('hex')}`,
    `plain_${randomBytes(4).toString('hex')}`,
  ];
  const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` });
  const admin = postgres(at(server.ownerUrl, 'postgres').href, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create role ${role} login password 'k' nosuperuser nobypassrls`);
  await admin.unsafe(`create database ${plain} owner ${role} template template0`);
  onTestFinished(async () => {
    await admin.unsafe(`drop database ${plain} with (force)`);
    await admin.unsafe(`drop role ${role}`);
    await admin.end();
  });
  const ownerUrl = Object.assign(at(server.ownerUrl, plain), { username: role, password: 'k' }).href;
  const appUrl = at(server.appUrl, plain).href;
  await migrate({ ownerUrl, appUrl, folders: migrationFolders, log: () => {} });
  const person = newId();
  const keeper = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await keeper.begin(async (sql) => {
    await sql`select set_config('app.scope', 'keeping', true)`;
    await sql`insert into person (id, name, email, language) values (${person}, ${name}, ${email}, 'nl')`;
  });
  // As everybody else: nothing is seen of it without saying what for.
  expect(await keeper`select name from person`).toEqual([]);
  await keeper.end();

  await expect(erasePerson(appUrl, ledgerFile(), person)).rejects.toThrow('may not erase anybody');
  expect(await findPerson(ownerUrl, email)).toMatchObject({ id: person, name });
  await erasePerson(ownerUrl, ledgerFile(), person);
  expect(await findPerson(ownerUrl, email)).toBeNull();
  expect(await findPerson(ownerUrl, person)).toMatchObject({ name: erasedName });
});

test('E3 the application erases nobody', async () => {
  const school = await School.open();
  const { wietske } = await lived(school);
  const attempt = school.database.within(
    { scope: 'school', school: school.school, person: null },
    (sql) => sql`select erase_person(${wietske.person})`,
  );
  await expect(attempt).rejects.toMatchObject({ code: '42501' });
});
