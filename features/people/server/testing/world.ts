import pino from 'pino';
import postgres from 'postgres';
import {
  type Grant,
  newTeam as newTeamRecord,
  peopleAccess,
  peoplePart,
  type RoleToGive,
  rightsOf,
  type TeamKind,
  teamStreams,
} from '#features/people/domain';
import {
  accessKinds,
  demonstrationEndpoints,
  ensurePersonByEmail,
  foundGoverningBody,
  giveGrant,
  type House,
  memberEffect,
  overSchoolOrTeam,
  peopleEndpoints,
  Secrets,
  Sessions,
  secondBoardEffect,
  sessionCookieName,
  thingsFinder,
} from '#features/people/server';
import { Database } from '#packages/database';
import { buildHttp, EventStreams } from '#packages/http/server';
import { newId } from '#packages/kernel';
import { Outbox } from '#packages/mail';
import { assemble } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { type MailInBox, mailbox } from '#packages/testing/mail';
import { Browser } from './browser.ts';

export type Somebody = { readonly id: string; readonly name: string; readonly email: string };

/** Two schools with their people on a real database, a clock that stands still, and browsers to come in with. */
export type World = {
  readonly database: Database;
  readonly parts: House;
  readonly sessions: Sessions;
  /** Every statement that went to the database, in order. */
  readonly statements: string[];
  readonly revoked: string[];
  readonly changed: string[];
  /** The moment in this world, as ISO text. */
  readonly iso: () => string;
  /** Minutes go by. */
  readonly pass: (minutes: number) => void;
  readonly school: string;
  /** The governing body to which `school` belongs. */
  readonly body: string;
  readonly otherSchool: string;
  readonly team: string;
  readonly leadTeam: string;
  readonly otherTeam: string;
  /** Member of `team`. */
  readonly sam: Somebody;
  /** Leader of `school`. */
  readonly leader: Somebody;
  /** Member of `otherTeam` in `otherSchool`. */
  readonly vera: Somebody;
  readonly person: (name: string) => Promise<Somebody>;
  /** A school that leaves it to members who is in their team (P3), unless it is told otherwise. */
  readonly newSchool: (name: string, bodyId?: string | null) => Promise<string>;
  readonly newTeam: (school: string, name: string, kind?: TeamKind) => Promise<string>;
  readonly join: (school: string, team: string, who: Somebody) => Promise<string>;
  readonly give: (school: string, role: RoleToGive, who: Somebody, team?: string) => Promise<void>;
  /** A role over what is more than a school. */
  readonly giveOver: (who: Somebody, grant: Grant) => Promise<void>;
  readonly browser: (userAgent?: string) => Browser;
  /** A browser in which somebody is signed in. */
  readonly as: (who: Somebody) => Promise<Browser>;
  readonly mailsTo: (email: string) => Promise<readonly MailInBox[]>;
  /** The code in the latest mail to this address. */
  readonly codeTo: (email: string) => Promise<string>;
  /** The token in the latest invitation to this address. */
  readonly tokenTo: (email: string) => Promise<string>;
  /** As the owner of the database, past every rule: to look and to prepare. */
  readonly owner: postgres.Sql;
  readonly end: () => Promise<void>;
};

export async function makeWorld(): Promise<World> {
  const own = await testDatabase();
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  let time = Date.UTC(2026, 10, 24, 14, 45);
  const now = () => time;
  const iso = () => new Date(time).toISOString();
  const statements: string[] = [];
  const database = new Database(own.appUrl, {
    connections: 6,
    now,
    heard: (statement) => statements.push(statement),
  });
  const revoked: string[] = [];
  const changed: string[] = [];
  const sessions = new Sessions({
    database,
    onRevoked: (id) => revoked.push(id),
    onPersonChanged: (id) => changed.push(id),
  });
  const definitions = assemble([teamStreams], [peoplePart]);
  const streams = new Streams({
    database,
    definitions,
    hub: new Hub(),
    effects: [memberEffect, secondBoardEffect],
  });
  const parts: House = {
    database,
    definitions,
    isDemonstration: false,
    streams,
    outbox: new Outbox(),
    sessions,
    secrets: new Secrets('a secret for tests, of more than 32 characters'),
    baseUrl: 'https://bord.example',
    rights: rightsOf([peopleAccess]),
    find: thingsFinder(database),
  };
  const eventStreams = new EventStreams();
  const building = buildHttp({
    endpoints: [...peopleEndpoints(parts), ...demonstrationEndpoints(parts)],
    accessKinds: accessKinds(parts),
    door: { cookieName: sessionCookieName, whoIs: (token) => sessions.whoIs(token) },
    database,
    eventStreams,
    home: { origin: parts.baseUrl, isDemonstration: false },
    secret: 'a secret for tests, of more than 32 characters',
    logger: pino({ level: 'error' }),
    trustProxy: [],
    checksAnswers: true,
  });
  let count = 0;

  const person = async (name: string): Promise<Somebody> => {
    count += 1;
    const email = `${name.split(' ')[0]?.toLowerCase()}${count}@school.example`;
    const id = await database.within({ scope: 'sign-in' }, (sql) =>
      ensurePersonByEmail(sql, { name, email, language: 'nl' }, database.now()),
    );
    return { id, name, email };
  };
  const newSchool = async (name: string, bodyId: string | null = null): Promise<string> => {
    const id = newId();
    await database.within(
      { scope: 'school', school: id, person: null },
      (sql) =>
        sql`
        insert into school (id, name, sector, governing_body_id, members_invite)
        values (${id}, ${name}, 'po', ${bodyId}, true)`,
    );
    return id;
  };
  const newTeam = async (school: string, name: string, kind: TeamKind = 'teachers'): Promise<string> => {
    const id = newId();
    await database.within({ scope: 'school', school, person: null }, (sql) =>
      streams.openStream(sql, { ref: { kind: 'team', id }, school }, [
        { put: 'team', value: newTeamRecord({ id, name, kind, accent: 'teal' }) },
      ]),
    );
    return id;
  };
  const join = async (school: string, team: string, who: Somebody): Promise<string> => {
    const id = newId();
    const payload = { id, personId: who.id, name: who.name, initials: who.name.slice(0, 2), place: 'member' };
    await streams.run({
      ref: { kind: 'team', id: team },
      school,
      person: who.id,
      member: null,
      message: { id: newId(), name: 'member.join', payload },
    });
    await sessions.personChanged(who.id);
    return id;
  };
  const give = async (school: string, role: RoleToGive, who: Somebody, team?: string): Promise<void> => {
    await database.within({ scope: 'school', school, person: null }, (sql) =>
      giveGrant(sql, {
        personId: who.id,
        role,
        ...overSchoolOrTeam(school, team ?? null),
        by: null,
        now: database.now(),
      }),
    );
    await sessions.personChanged(who.id);
  };
  const giveOver = async (who: Somebody, grant: Grant): Promise<void> => {
    await database.within({ scope: 'installation' }, (sql) =>
      giveGrant(sql, { personId: who.id, ...grant, by: null, now: database.now() }),
    );
    await sessions.personChanged(who.id);
  };
  const browser = (userAgent?: string) => new Browser(() => building, userAgent);
  const as = async (who: Somebody): Promise<Browser> => {
    const made = browser();
    const { token } = await sessions.open({ personId: who.id }, 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0');
    made.cookies.set(sessionCookieName, token);
    return made;
  };
  const mailsTo = async (email: string) => (await mailbox(database)).filter((mail) => mail.to === email);
  const inLatestMail = async (email: string, pattern: RegExp): Promise<string> => {
    const found = pattern.exec((await mailsTo(email))[0]?.text ?? '')?.[1];
    if (found === undefined) throw new Error(`nothing like ${pattern} was mailed to ${email}`);
    return found;
  };

  const body = await foundGoverningBody(database, 'Stichting Samen');
  const school = await newSchool('De Linde', body);
  const otherSchool = await newSchool('De Wilg');
  const team = await newTeam(school, 'Bovenbouw');
  const leadTeam = await newTeam(school, 'Schoolteam', 'lead');
  const otherTeam = await newTeam(otherSchool, 'Onderbouw');
  const sam = await person('Sam de Boer');
  const leader = await person('Ingrid Smit');
  const vera = await person('Vera Mol');
  await join(school, team, sam);
  await join(otherSchool, otherTeam, vera);
  await give(school, 'school-leader', leader);
  await give(otherSchool, 'school-leader', vera);

  return {
    database,
    parts,
    sessions,
    statements,
    revoked,
    changed,
    iso,
    pass: (minutes) => {
      time += minutes * 60_000;
    },
    school,
    body,
    otherSchool,
    team,
    leadTeam,
    otherTeam,
    sam,
    leader,
    vera,
    person,
    newSchool,
    newTeam,
    join,
    give,
    giveOver,
    browser,
    as,
    mailsTo,
    codeTo: (email) => inLatestMail(email, /\b(\d{6})\b/),
    tokenTo: (email) => inLatestMail(email, /#([\w-]{43})/),
    owner,
    end: async () => {
      eventStreams.closeAll();
      await (await building).close();
      await sessions.stop();
      await database.close();
      await owner.end();
      await own.drop();
    },
  };
}
