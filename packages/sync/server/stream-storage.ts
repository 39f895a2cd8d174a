import {
  type Database,
  loadRows,
  putRow,
  type RecordTable,
  removeRow,
  type Statement,
  type Statements,
  type Transaction,
} from '#packages/database';
import { kindOf } from '../kind.ts';
import type { AnyState, Change, LogEntry, StreamDefinition } from '../stream.ts';
import { recordTables } from './record-tables.ts';

/**
 * What else must happen in the same transaction (a mail to write, a place to close); null when this change asks for
 * nothing, which is nearly always: the change then needs one journey to the database.
 */
export type Effect = (done: {
  readonly school: string;
  readonly team: string;
  readonly entry: LogEntry;
  readonly before: AnyState;
  readonly after: AnyState;
}) => ((sql: Transaction) => Promise<void>) | null;

/** Where a stream is, and who works in it. */
export type Place = { readonly school: string; readonly team: string };

export type Loaded = {
  readonly seq: number;
  readonly state: AnyState;
  /** Numbers of the commands done last, by id. */
  readonly recent: Map<string, number>;
};

/** One change, ready to be written. */
export type Append = Place & {
  readonly person: string | null;
  readonly entry: LogEntry;
  /** The entry's changes, written as JSON once. */
  readonly changesText: string;
  readonly before: AnyState;
  readonly after: AnyState;
};

const RECENT_COMMANDS = 500;

/** A team's stream in the database: its number, its log, its records in typed rows. Keeps nothing by itself. */
export class StreamStorage {
  readonly #database: Database;
  readonly #tables: ReadonlyMap<string, RecordTable>;
  readonly #effects: readonly Effect[];
  /** Tell other servers; off where this is the only one. */
  readonly #announce: boolean;

  constructor(parts: {
    database: Database;
    definition: StreamDefinition;
    effects: readonly Effect[];
    announce: boolean;
  }) {
    this.#database = parts.database;
    this.#tables = recordTables(parts.definition);
    this.#effects = parts.effects;
    this.#announce = parts.announce;
  }

  /** Number and records as they stood at one moment; null when the school has no such team. */
  load({ school, team }: Place): Promise<Loaded | null> {
    return this.#database.withinOneMoment({ scope: 'school', school, person: null }, async (sql) => {
      const [position, recent, ...kinds] = await Promise.all([
        sql<{ seq: number }[]>`select seq from team_stream where team_id = ${team}`,
        sql<{ commandId: string; seq: number }[]>`
          select command_id as "commandId", seq from team_change where team_id = ${team} order by seq desc limit ${RECENT_COMMANDS}`,
        ...[...this.#tables.values()].map(async (table) => ({
          kind: table.kind,
          rows: await loadRows(sql, table, team),
        })),
      ]);
      if (!position[0]) return null;
      const state = Object.fromEntries(kinds.map(({ kind, rows }) => [kind, kindOf(rows)]));
      return {
        seq: position[0].seq,
        state,
        recent: new Map([...recent].reverse().map((row) => [row.commandId, row.seq])),
      };
    });
  }

  /** The log from the number after `after` up to `upTo`; fewer lines than that when some were never logged. */
  async entries({ school, team }: Place, after: number, upTo: number): Promise<LogEntry[]> {
    const rows = await this.#database.within(
      { scope: 'school', school, person: null },
      (sql) => sql<LogEntry[]>`
        select seq, command_id as "commandId", name, by_member as by, at, changes
        from team_change where team_id = ${team} and seq > ${after} and seq <= ${upTo} order by seq`,
    );
    return [...rows];
  }

  /** The database's own word: where the stream stands, and whether this command is in its log. */
  async standing({ school, team }: Place, commandId: string): Promise<{ seq: number; done: number | null }> {
    const [row] = await this.#database.within(
      { scope: 'school', school, person: null },
      (sql) => sql<{ seq: number; done: number | null }[]>`
        select seq, (select c.seq from team_change c where c.team_id = s.team_id and c.command_id = ${commandId}) as done
        from team_stream s where team_id = ${team}`,
    );
    if (!row) throw new Error(`stream ${team} has gone`);
    return row;
  }

  /** All or nothing. 'overtaken': another server was first; 'repeated': this command had been done long ago. */
  async append(append: Append): Promise<'done' | 'overtaken' | 'repeated'> {
    const { school, team, person, entry, changesText } = append;
    const context = { scope: 'school', school, person } as const;
    const also = this.#effects.flatMap((effect) => effect(append) ?? []);
    const statements = (sql: Statements) => [
      sql`select append_change(${school}, ${team}, ${entry.seq}, ${entry.commandId}, ${entry.name}, ${entry.by}, ${person}, ${entry.at}, ${changesText}::text::jsonb)`,
      ...this.#rows(sql, school, team, entry.changes),
      ...(this.#announce ? [sql`select pg_notify('team_change', ${`${team} ${entry.seq}`})`] : []),
    ];
    try {
      if (also.length === 0) await this.#database.withinOneTrip(context, statements);
      else
        await this.#database.within(context, async (sql) => {
          await Promise.all(statements(sql));
          for (const work of also) await work(sql);
        });
      return 'done';
    } catch (error) {
      if (hasCode(error, OVERTAKEN)) return 'overtaken';
      if (isUniqueViolation(error, 'team_change_pkey')) return 'overtaken';
      if (isUniqueViolation(error, 'team_change_team_id_command_id_key')) return 'repeated';
      throw error;
    }
  }

  /** Makes a team's stream with its first records, inside the caller's transaction. */
  async open(sql: Transaction, school: string, team: string, changes: readonly Change[]): Promise<void> {
    await sql`insert into team_stream (school_id, team_id, seq) values (${school}, ${team}, 0)`;
    await Promise.all(this.#rows(sql, school, team, changes));
  }

  /** In order: a record may point to one before it. */
  #rows(sql: Statements, school: string, team: string, changes: readonly Change[]): Statement[] {
    return changes.map((change) => {
      const table = this.#tables.get('put' in change ? change.put : change.remove);
      if (!table) throw new Error(`no table for record kind ${JSON.stringify(change)}`);
      return 'put' in change
        ? putRow(sql, table, school, team, change.value)
        : removeRow(sql, table, team, change.id);
    });
  }
}

/** Said by append_change (migration 0007). */
const OVERTAKEN = 'SB001';

const hasCode = (error: unknown, code: string): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  hasCode(error, '23505') && 'constraint_name' in error && error.constraint_name === constraint;
