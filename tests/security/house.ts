import { createServer } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import postgres from 'postgres';
import { type Grant, newTeam, type PlaceAtBoard, type Team, type TeamKind } from '#features/people/domain';
import {
  ensurePersonByEmail,
  giveGrant,
  openSecondBoard,
  type House as Parts,
  type Sessions,
  sessionCookieName,
} from '#features/people/server';
import { Database } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import type { AnyEndpoint } from '#packages/http';
import { type AnyAccessKind, buildHttp, EventStreams, type Implementation } from '#packages/http/server';
import { isRefusal, newId } from '#packages/kernel';
import type { AnyCommand, AnyState, CommandResult, Definitions } from '#packages/sync';
import type { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { definitions as ours } from '../../apps/features.ts';
import { healthRoutes } from '../../apps/server/health.ts';
import { buildHouse } from '../../apps/server/house.ts';
import { until } from './until.ts';

/** The real endpoints on a real database, put together as the server puts them together, with two schools to try them on. */
export class House {
  readonly database: Database;
  readonly owner: postgres.Sql;
  readonly definitions: Definitions;
  readonly hub: Hub;
  readonly streams: Streams;
  readonly sessions: Sessions;
  readonly find: Parts['find'];
  readonly accessKinds: readonly AnyAccessKind[];
  readonly endpoints: readonly Implementation[];
  /** What the log would have told. */
  readonly log: string[] = [];
  /** Everybody of whom was told that their places or roles changed, and how often. */
  readonly #changed = new Map<string, number>();
  readonly #apps: { app: FastifyInstance; eventStreams: EventStreams }[] = [];
  readonly #drop: () => Promise<void>;

  /** @param planted commands that streams have only here, by kind of stream */
  static async open(planted: Planted = {}): Promise<House> {
    const own = await testDatabase();
    await claimInstallation(own.ownerUrl, 'demonstration');
    const house = new House(own, planted);
    await house.sessions.start();
    return house;
  }

  private constructor(own: Awaited<ReturnType<typeof testDatabase>>, planted: Planted) {
    const definitions: Definitions = new Map(
      [...ours].map(([kind, definition]) => [
        kind,
        { ...definition, commands: { ...definition.commands, ...planted[kind] } },
      ]),
    );
    this.#drop = own.drop;
    this.owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
    this.database = new Database(own.appUrl, { connections: 6 });
    const built = buildHouse({
      database: this.database,
      definitions,
      baseUrl: 'https://bord.example',
      sessionSecret: 'a secret for tests, of more than 32 characters',
      isDemonstration: true,
      onPersonChanged: (personId) => this.#changed.set(personId, this.heardOf(personId) + 1),
    });
    this.definitions = built.definitions;
    this.hub = built.hub;
    this.streams = built.streams;
    this.sessions = built.sessions;
    this.find = built.find;
    this.accessKinds = built.accessKinds;
    this.endpoints = built.endpoints;
  }

  /** What all endpoints promise. */
  get contracts(): readonly AnyEndpoint[] {
    return this.endpoints.map(({ endpoint }) => endpoint);
  }

  /** The endpoints on the network, all of them unless told; other kinds of access may let people in. */
  async http(
    options: {
      endpoints?: readonly Implementation[];
      accessKinds?: readonly AnyAccessKind[];
      origin?: string;
      isDemonstration?: boolean;
      streamsPerAddress?: number;
    } = {},
  ): Promise<FastifyInstance> {
    const eventStreams = new EventStreams(options.streamsPerAddress);
    const app = await buildHttp({
      endpoints: options.endpoints ?? this.endpoints,
      accessKinds: options.accessKinds ?? this.accessKinds,
      door: { cookieName: sessionCookieName, whoIs: (token) => this.sessions.whoIs(token) },
      database: this.database,
      eventStreams,
      home: {
        origin: options.origin ?? 'https://bord.example',
        isDemonstration: options.isDemonstration ?? false,
      },
      logger: pino({ level: 'trace' }, { write: (line: string) => void this.log.push(line) }),
      trustProxy: ['127.0.0.1'],
      secret: 'a secret for tests, of more than 32 characters',
      checksAnswers: true,
    });
    healthRoutes(app, { database: this.database });
    this.#apps.push({ app, eventStreams });
    return app;
  }

  async close(): Promise<void> {
    for (const { app, eventStreams } of this.#apps) {
      eventStreams.closeAll();
      await app.close();
    }
    await this.sessions.stop();
    await this.database.close();
    await this.owner.end();
    await this.#drop();
  }

  async school(
    name: string,
    under: { readonly body: string; readonly region: string } | null = null,
  ): Promise<string> {
    const id = newId();
    await this.#in(
      id,
      (sql) => sql`
        insert into school (id, name, sector, governing_body_id, region_id)
        values (${id}, ${name}, 'po', ${under?.body ?? null}, ${under?.region ?? null})`,
    );
    return id;
  }

  async team(school: string, name: string, kind: TeamKind, more: Partial<Team> = {}): Promise<string> {
    const id = newId();
    await this.#in(school, (sql) =>
      this.streams.openStream(sql, { ref: { kind: 'team', id }, school }, [
        { put: 'team', value: newTeam({ id, name, kind, accent: 'teal', ...more }) },
      ]),
    );
    return id;
  }

  /** The team’s second board, opened as the server opens it. @returns its id */
  async secondBoard(school: string, team: string): Promise<string> {
    const person = await this.person('somebody who opens a board');
    const thing = { schoolId: school, teamId: team };
    const opened = await openSecondBoard(this, thing, person);
    if (isRefusal(opened)) throw new Error(`no second board for ${team}`);
    return opened.boardId;
  }

  async person(name: string): Promise<string> {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@school.example`;
    return this.database.within({ scope: 'sign-in' }, (sql) =>
      ensurePersonByEmail(sql, { name, email, language: 'nl', isDemonstration: true }, this.database.now()),
    );
  }

  async join(school: string, team: string, person: string, place: PlaceAtBoard = 'member'): Promise<string> {
    const id = newId();
    const payload = { id, personId: person, name: 'Sam de Boer', initials: 'SB', place };
    const before = this.heardOf(person);
    await this.command(school, team, { name: 'member.join', payload });
    // It goes round by the database, and must not close what is opened next.
    await until(() => this.heardOf(person) > before, 'heard of the new member');
    return id;
  }

  /** How often was told that somebody's places or roles changed. */
  heardOf(person: string): number {
    return this.#changed.get(person) ?? 0;
  }

  async leave(school: string, team: string, member: string): Promise<void> {
    await this.command(school, team, { name: 'member.leave', payload: { memberId: member } });
  }

  /** A command straight into the stream, past the door. */
  async command(
    school: string,
    team: string,
    call: { name: string; payload: unknown },
  ): Promise<CommandResult> {
    const message = { id: newId(), ...call };
    const ref = { kind: 'team', id: team };
    const result = await this.streams.run({ ref, school, person: null, member: null, message });
    if ('refused' in result) throw new Error(`${call.name}: ${result.refused}`);
    return result;
  }

  /** A team's stream as it stands, past the door. */
  async standing(school: string, team: string): Promise<{ seq: number; state: AnyState }> {
    const standing = await this.streams.snapshot({ ref: { kind: 'team', id: team }, school });
    if (!standing) throw new Error('no such team');
    return standing;
  }

  /** Something that everybody who follows the team gets to hear. */
  celebrate(school: string, team: string, text: string): Promise<CommandResult> {
    const payload = { id: newId(), text, byId: null, aboutId: null, goalId: null };
    return this.command(school, team, { name: 'success.add', payload });
  }

  /** @returns the id of the role */
  async give(person: string, grant: Grant): Promise<string> {
    const { database } = this;
    await database.within(
      grant.schoolId === null
        ? { scope: 'installation' }
        : { scope: 'school', school: grant.schoolId, person: null },
      (sql) => giveGrant(sql, { ...grant, personId: person, by: null, now: database.now() }),
    );
    await this.sessions.personChanged(person);
    const [given] = await this.owner<{ id: string }[]>`
      select id from scope_grant where person_id = ${person} and role = ${grant.role} and over_id = ${grant.overId}`;
    return given?.id ?? '';
  }

  /** @returns the token of a browser in which this person is signed in */
  async signIn(person: string): Promise<string> {
    return (await this.sessions.open({ personId: person }, 'Firefox')).token;
  }

  /** @returns the token of a wall screen of this team, with the screen's id */
  async display(school: string, team: string): Promise<{ token: string; displayId: string }> {
    const displayId = newId();
    await this.#in(
      school,
      (sql) => sql`
        insert into display (id, school_id, team_id, name, paired_at) values (${displayId}, ${school}, ${team}, 'Teamkamer', ${this.streams.now()})`,
    );
    const { token } = await this.sessions.open({ displayId, schoolId: school, teamId: team }, 'Chrome');
    return { token, displayId };
  }

  #in<T>(school: string, work: Parameters<typeof this.database.within<T>>[1]): Promise<T> {
    return this.database.within({ scope: 'school', school, person: null }, work);
  }
}

type Planted = Readonly<Record<string, Readonly<Record<string, AnyCommand>>>>;

export const cookie = (token: string | null): Record<string, string> =>
  token === null ? {} : { cookie: `${sessionCookieName}=${token}` };

/** What everybody can see of an answer; the request's own id and the clock differ between any two. */
export async function hear(app: FastifyInstance, request: InjectOptions) {
  const answer = await app.inject(request);
  const { 'x-request-id': requestId, date: _, ...headers } = answer.headers;
  return { status: answer.statusCode, headers, text: answer.body, requestId: String(requestId ?? '') };
}

/** Listens on a free port of this machine, below those that the system hands out by itself. */
export async function listen(app: FastifyInstance): Promise<number> {
  for (let port = 28_100 + Math.floor(Math.random() * 300); ; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (!isFree) continue;
    await app.listen({ port, host: '127.0.0.1' });
    return port;
  }
}
