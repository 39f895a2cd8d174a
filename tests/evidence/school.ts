import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { ensurePersonByEmail, memberEffect } from '#features/people/server';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import type { Definitions, LogEntry } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { definitions } from '../../apps/features.ts';

export type Server = { readonly streams: Streams; readonly hub: Hub };

/** A school with a team on a database of its own, and a clock that goes where it is put. */
export class School {
  readonly own: TestDatabase;
  readonly owner: postgres.Sql;
  readonly database: Database;
  readonly school = newId();
  readonly team = newId();
  readonly #server: Server;
  #now: number;

  static async open(at = '2026-11-24T14:45:00.000Z', known: Definitions = definitions): Promise<School> {
    const made = new School(await testDatabase(), Date.parse(at), known);
    onTestFinished(() => made.#close());
    await made.#found();
    return made;
  }

  private constructor(own: TestDatabase, now: number, known: Definitions) {
    this.own = own;
    this.#now = now;
    this.owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
    this.database = new Database(own.appUrl, { connections: 4, now: () => this.#now });
    this.#server = this.another(known);
  }

  get place() {
    return { ref: { kind: 'team', id: this.team }, school: this.school };
  }

  get streams(): Streams {
    return this.#server.streams;
  }

  get hub(): Hub {
    return this.#server.hub;
  }

  set now(at: string) {
    this.#now = Date.parse(at);
  }

  /** One more server on the same database, which may know other shapes of records. */
  another(known: Definitions = definitions): Server {
    const hub = new Hub();
    const streams = new Streams({
      database: this.database,
      definitions: known,
      hub,
      effects: [memberEffect],
    });
    return { streams, hub };
  }

  async do(name: string, payload: unknown, by: string | null = null): Promise<number> {
    const message = { id: newId(), name, payload };
    const result = await this.streams.run({ ...this.place, person: null, member: by, message });
    if ('refused' in result) throw new Error(`${name}: ${result.refused}`);
    return result.seq;
  }

  async celebrate(text: string, by: string | null = null): Promise<string> {
    const id = newId();
    await this.do('success.add', { id, text, byId: by, aboutId: null, goalId: null }, by);
    return id;
  }

  /** Somebody new, with an address, and a place in the team. */
  async join(name: string, email: string, initials: string): Promise<{ person: string; member: string }> {
    const person = await this.database.within({ scope: 'sign-in' }, (sql) =>
      ensurePersonByEmail(sql, { name, email, language: 'nl' }, this.#now),
    );
    const member = newId();
    await this.do('member.join', { id: member, personId: person, name, initials, place: 'member' });
    return { person, member };
  }

  /** What somebody who follows the team hears from here on. */
  async listen(server: Server, after: number): Promise<string[]> {
    const heard: string[] = [];
    await server.streams.follow(
      this.place,
      after,
      {
        sessionId: newId(),
        personId: null,
        send: (frame) => void heard.push(String(frame)),
        close: () => {},
      },
      { memberId: null, isInside: true },
    );
    return heard;
  }

  async #found(): Promise<void> {
    const { school, team, place } = this;
    await this.database.within({ scope: 'school', school, person: null }, async (sql) => {
      await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
      await this.streams.openStream(sql, place, [
        { put: 'team', value: { id: team, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' } },
      ]);
    });
  }

  async #close(): Promise<void> {
    await this.database.close();
    await this.owner.end();
    await this.own.drop();
  }
}

export const entriesIn = (frames: readonly string[]): LogEntry[] =>
  frames
    .filter((frame) => frame.includes('event: change'))
    .map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 6)) as LogEntry);
