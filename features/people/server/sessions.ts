import type { Actor, Grant, Person } from '#features/people/domain';
import type { Database, Transaction } from '#packages/database';
import type { SignedIn as AnySignedIn } from '#packages/http/server';
import { newId } from '#packages/kernel';
import { present } from './present.ts';
import { hashOfToken, isToken, newToken } from './secrets.ts';

/** Somebody who did not come by for this long signs in anew. A board display never has to. */
const PERSON_STAYS_DAYS = 60;
const KEPT_MS = 30_000;
/** An answer that is asked for in its last moments is looked up again beside it, so that nobody who is at work waits. */
const AHEAD_MS = 10_000;
const MOST_KEPT = 20_000;
const SEEN_EVERY_MINUTES = 5;
const CHANNEL = 'people_access';

type SignedIn = AnySignedIn<Actor>;

export type Device = {
  readonly id: string;
  readonly userAgent: string;
  readonly signedInAt: string;
  readonly lastSeenAt: string;
};

type Kept = SignedIn & { readonly until: number };
type SessionRow = {
  id: string;
  personId: string | null;
  displayId: string | null;
  schoolId: string | null;
  teamId: string | null;
};

/** For whom a session is opened. */
export type Holder =
  | { readonly personId: string }
  | { readonly displayId: string; readonly schoolId: string; readonly teamId: string };

/**
 * Who is signed in, in which browser. Every command asks `whoIs`, so its answer is kept for at most 30 seconds and
 * dropped at once by anything that changes it, also on other servers.
 */
export class Sessions {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #onRevoked: (sessionId: string) => void;
  readonly #onPersonChanged: (personId: string) => void;
  readonly #onMissed: () => void;
  readonly #kept = new Map<string, Kept>();
  readonly #loading = new Map<string, Promise<SignedIn | null>>();
  /** Moves with everything that is dropped: an answer that was on its way meanwhile is not kept. */
  #era = 0;
  #unlisten: (() => Promise<void>) | null = null;

  constructor(parts: {
    database: Database;
    /** A session has ended: whatever it still has open must be closed now. */
    onRevoked: (sessionId: string) => void;
    /** Somebody's places or roles changed: what they have open must be asked about again. */
    onPersonChanged: (personId: string) => void;
    /** Anything may have ended elsewhere, unheard: everything that is open must be asked about again. */
    onMissed?: () => void;
  }) {
    this.#database = parts.database;
    this.#onRevoked = parts.onRevoked;
    this.#onPersonChanged = parts.onPersonChanged;
    this.#onMissed = parts.onMissed ?? (() => {});
    this.#now = parts.database.now;
  }

  /** Hears what other servers revoke. */
  async start(): Promise<void> {
    const heard = (text: string) => {
      const [kind, id] = text.split(' ');
      if (id === undefined) return;
      if (kind === 'session') this.#sessionEnded(id);
      else this.#personChanged(id);
    };
    this.#unlisten = await this.#database.listen(CHANNEL, heard, () => {
      this.#drop(() => true);
      this.#onMissed();
    });
  }

  async stop(): Promise<void> {
    await this.#unlisten?.();
    this.#unlisten = null;
  }

  /** Null: no token, an unknown one, one that was revoked, or of somebody who stayed away too long. */
  async whoIs(token: string | null): Promise<SignedIn | null> {
    if (!isToken(token)) return null;
    const hash = hashOfToken('session', token);
    const kept = this.#kept.get(hash);
    const left = kept ? kept.until - this.#now() : 0;
    if (!kept || left <= 0) return this.#afresh(hash);
    // A fault is for the next question to meet, when there is no answer left.
    if (left < AHEAD_MS) this.#afresh(hash).catch(() => {});
    return kept;
  }

  /** Looks it up; those who ask meanwhile share the answer. */
  async #afresh(hash: string): Promise<SignedIn | null> {
    const loading = this.#loading.get(hash) ?? this.#load(hash);
    this.#loading.set(hash, loading);
    try {
      return await loading;
    } finally {
      if (this.#loading.get(hash) === loading) this.#loading.delete(hash);
    }
  }

  /** @returns the token for the cookie; only its hash is kept */
  async open(holder: Holder, userAgent: string): Promise<{ token: string; sessionId: string }> {
    const token = newToken();
    const hash = hashOfToken('session', token);
    const sessionId = newId(this.#now());
    const now = this.#iso();
    const display = 'displayId' in holder ? holder : null;
    await this.#database.within({ scope: 'sign-in' }, async (sql) => {
      await present(sql, hash);
      await sql`
        insert into web_session (id, token_hash, person_id, display_id, school_id, team_id, made_at, last_seen_at, user_agent)
        values (${sessionId}, ${hash}, ${'personId' in holder ? holder.personId : null}, ${display?.displayId ?? null},
                ${display?.schoolId ?? null}, ${display?.teamId ?? null}, ${now}, ${now}, ${userAgent.slice(0, 300)})`;
    });
    return { token, sessionId };
  }

  /** Browsers in which this person is signed in, the latest first. */
  async listOf(personId: string): Promise<readonly Device[]> {
    return this.#database.within(
      { scope: 'person', person: personId },
      (sql) => sql<Device[]>`
        select id, user_agent as "userAgent", made_at as "signedInAt", last_seen_at as "lastSeenAt"
        from web_session where person_id = ${personId} and revoked_at is null and last_seen_at > ${this.#oldest()}
        order by last_seen_at desc, id desc`,
    );
  }

  /** Ends one of somebody's own sessions, or all of them. @returns the ids of those that ended now */
  async revoke(personId: string, sessionId: string | 'all'): Promise<readonly string[]> {
    const ended = await this.#database.within({ scope: 'person', person: personId }, async (sql) => {
      const rows = await sql<{ id: string }[]>`
        update web_session set revoked_at = ${this.#iso()}
        where person_id = ${personId} and revoked_at is null ${sessionId === 'all' ? sql`` : sql`and id = ${sessionId}`}
        returning id`;
      for (const { id } of rows) await sql`select pg_notify(${CHANNEL}, ${`session ${id}`})`;
      return rows.map((row) => row.id);
    });
    for (const id of ended) this.#sessionEnded(id);
    return ended;
  }

  /** Ends the sessions of a wall screen. */
  async revokeDisplay(schoolId: string, displayId: string): Promise<void> {
    const ended = await this.#database.within(
      { scope: 'school', school: schoolId, person: null },
      async (sql) => {
        const rows = await sql<{ id: string }[]>`
        update web_session set revoked_at = ${this.#iso()} where display_id = ${displayId} and revoked_at is null returning id`;
        for (const { id } of rows) await sql`select pg_notify(${CHANNEL}, ${`session ${id}`})`;
        return rows.map((row) => row.id);
      },
    );
    for (const id of ended) this.#sessionEnded(id);
  }

  /** Ends the session of whoever is in this browser now, before somebody else comes in. */
  async end(signedIn: { actor: Actor; sessionId: string }): Promise<void> {
    const { actor, sessionId } = signedIn;
    if (actor.kind === 'person') await this.revoke(actor.personId, sessionId);
    else await this.revokeDisplay(actor.schoolId, actor.displayId);
  }

  /** Call it after somebody's places in teams or roles have changed; the next question is answered afresh. */
  async personChanged(personId: string): Promise<void> {
    this.#personChanged(personId);
    await this.#database.within({ scope: 'person', person: personId }, (sql) =>
      announcePersonChanged(sql, personId),
    );
  }

  #sessionEnded(sessionId: string): void {
    this.#drop((kept) => kept.sessionId === sessionId);
    this.#onRevoked(sessionId);
  }

  #personChanged(personId: string): void {
    this.#drop(({ actor }) => actor.kind === 'person' && actor.personId === personId);
    this.#onPersonChanged(personId);
  }

  #drop(matches: (kept: Kept) => boolean): void {
    this.#era += 1;
    this.#loading.clear();
    for (const [hash, kept] of this.#kept) if (matches(kept)) this.#kept.delete(hash);
  }

  async #load(hash: string): Promise<SignedIn | null> {
    const era = this.#era;
    const session = await this.#sessionOf(hash);
    if (!session) {
      this.#kept.delete(hash);
      return null;
    }
    const signedIn = { actor: await this.#actorOf(session), sessionId: session.id };
    if (era === this.#era) {
      this.#kept.delete(hash);
      this.#kept.set(hash, { ...signedIn, until: this.#now() + KEPT_MS });
      // The oldest answer goes first: a Map keeps the order in which things came in.
      if (this.#kept.size > MOST_KEPT)
        for (const first of this.#kept.keys()) if (this.#kept.delete(first)) break;
    }
    return signedIn;
  }

  #sessionOf(hash: string): Promise<SessionRow | undefined> {
    return this.#database.within({ scope: 'sign-in' }, async (sql) => {
      await present(sql, hash);
      const [session] = await sql<(SessionRow & { lastSeenAt: string })[]>`
        select id, person_id as "personId", display_id as "displayId", school_id as "schoolId", team_id as "teamId",
          last_seen_at as "lastSeenAt"
        from web_session
        where token_hash = ${hash} and revoked_at is null and (person_id is null or last_seen_at > ${this.#oldest()})`;
      if (session && Date.parse(session.lastSeenAt) < this.#now() - SEEN_EVERY_MINUTES * 60_000) {
        await sql`update web_session set last_seen_at = ${this.#iso()} where token_hash = ${hash}`;
      }
      return session;
    });
  }

  async #actorOf(session: SessionRow): Promise<Actor> {
    const { personId, displayId, schoolId, teamId } = session;
    if (personId !== null) return actorOfPerson(this.#database, personId);
    if (displayId === null || schoolId === null || teamId === null)
      throw new Error(`session ${session.id} is of nobody`);
    return { kind: 'display', displayId, schoolId, teamId };
  }

  #iso(): string {
    return new Date(this.#now()).toISOString();
  }

  #oldest(): string {
    return new Date(this.#now() - PERSON_STAYS_DAYS * 86_400_000).toISOString();
  }
}

/** Tells every server, this one too, once the transaction is committed. */
export async function announcePersonChanged(sql: Transaction, personId: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${`person ${personId}`})`;
}

/** A person with their places in teams and their roles, as they are now. */
export async function actorOfPerson(database: Database, personId: string): Promise<Person> {
  return database.within({ scope: 'person', person: personId }, async (sql) => {
    const [memberships, grants] = await Promise.all([
      // P19: at a team's second board everybody is who they are at the first, and nobody else. A team that is out of sight is
      // one at which somebody had a place beside it, and lost the role that went with it.
      sql<Person['memberships'][number][]>`
        select member.school_id as "schoolId", board.id as "teamId", member.id as "memberId", member.place
        from member left join team on team.id = member.team_id
          cross join lateral (values (member.team_id), (team.organisational_board_id)) as board (id)
        where member.person_id = ${personId} and member.left_on is null and board.id is not null
          and team.improvement_board_id is null
        order by member.joined_on, member.id, board.id <> member.team_id`,
      sql<Grant[]>`
        select role, over_kind as over, over_id as "overId", school_id as "schoolId"
        from scope_grant where person_id = ${personId} order by given_at, id`,
    ]);
    return { kind: 'person', personId, memberships: [...memberships], grants: [...grants] };
  });
}
