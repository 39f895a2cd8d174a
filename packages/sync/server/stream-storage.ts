import {
  archivedRows,
  type Context,
  type Database,
  loadRows,
  type RecordTable,
  rowsById,
  type Statements,
  type Transaction,
} from '#packages/database';
import type { Refusal } from '#packages/kernel';
import type { Definitions } from '../assemble.ts';
import { withoutPersonal, withPersonal } from '../personal.ts';
import type { Place } from '../seat.ts';
import { applyChanges, emptyState, idOfChange, kindOfChange, plainOf, stateOf } from '../state.ts';
import {
  type AnyRecord,
  type AnyState,
  type Change,
  type PlainState,
  refText,
  type StreamDefinition,
  type StreamRef,
} from '../stream.ts';
import type { Deed, LogEntry } from '../wire.ts';
import { recordTables } from './record-tables.ts';

export type Loaded = {
  readonly seq: number;
  readonly state: AnyState;
  /** What the commands of late were answered, by id: their number, or why not. */
  readonly recent: Map<string, number | Refusal>;
};

/** One change of one stream, ready to be written. */
export type Append = {
  readonly place: Place;
  readonly entry: LogEntry;
  /** The entry's changes, written as JSON once. */
  readonly changesText: string;
  /** The working set that it changes. What is not in it is new, and never what the archive has under that id. */
  readonly before: AnyState;
};

/**
 * What became of an attempt to write. 'overtaken': another server was first; 'repeated': this command had been done long ago;
 * 'taken': a record of the archive has the id of a new one.
 */
export type Appended = 'done' | 'overtaken' | 'repeated' | 'taken';

const RECENT_COMMANDS = 500;

/** Streams in the database: their number, their log, their records in typed rows. Keeps nothing by itself. */
export class StreamStorage {
  readonly #database: Database;
  readonly #definitions: Definitions;
  readonly #tables: ReadonlyMap<string, ReadonlyMap<string, RecordTable>>;

  constructor(parts: { database: Database; definitions: Definitions }) {
    this.#database = parts.database;
    this.#definitions = parts.definitions;
    this.#tables = new Map(
      [...parts.definitions].map(([kind, definition]) => [kind, recordTables(definition)]),
    );
  }

  /** Number and records as they stood at one moment; null when there is no such stream there. */
  async load(place: Place): Promise<Loaded | null> {
    const loaded = await this.#load(place);
    if (loaded || !this.#definition(place.ref).opensItself) return loaded;
    // Only where the one that it is named after is there: the row rules and the references of the database see to that.
    await this.#database.within(contextOf(place), (sql) => this.#begin(sql, place));
    return this.#load(place);
  }

  #load(place: Place): Promise<Loaded | null> {
    const { ref } = place;
    const definition = this.#definition(ref);
    const { upgrades } = definition;
    return this.#database.withinOneMoment(contextOf(place), async (sql) => {
      const [position, recent, ...kinds] = await Promise.all([
        sql<{ seq: number }[]>`select seq from stream where id = ${ref.id} and kind = ${ref.kind}`,
        sql<{ commandId: string; seq: number }[]>`
          select command_id as "commandId", seq from stream_change where stream_id = ${ref.id} order by seq desc limit ${RECENT_COMMANDS}`,
        ...[...this.#tablesOf(ref).values()].map(async (table) => ({
          kind: table.kind,
          rows: await loadRows(sql, table, ref.id),
        })),
      ]);
      if (!position[0]) return null;
      const stored = kinds.map(({ kind, rows }) => [kind, rows.map((row) => upgraded(upgrades, kind, row))]);
      return {
        seq: position[0].seq,
        // With what features give, which is in no table.
        state: stateOf(definition, Object.fromEntries(stored)),
        recent: new Map<string, number | Refusal>(
          [...recent].reverse().map((row) => [row.commandId, row.seq]),
        ),
      };
    });
  }

  /** The log from the number after `after` up to `upTo`; fewer lines than that when some were never logged. */
  async entries(place: Place, after: number, upTo: number): Promise<LogEntry[]> {
    const { ref } = place;
    return this.#database.within(contextOf(place), async (sql) => {
      const entries = await sql<LogEntry[]>`
        select seq, command_id as "commandId", name, by_member as by, at, changes
        from stream_change where stream_id = ${ref.id} and seq > ${after} and seq <= ${upTo} order by seq`;
      const whole = await this.#wholeFrom(
        sql,
        ref,
        entries.flatMap(({ changes }) => changes),
      );
      return entries.map((entry) => ({ ...entry, changes: entry.changes.map(whole) }));
    });
  }

  /** Makes a change of the log one of this version, with what the log does not keep of it. */
  async #wholeFrom(
    sql: Transaction,
    ref: StreamRef,
    changes: readonly Change[],
  ): Promise<(change: Change) => Change> {
    const definition = this.#definition(ref);
    const rows = new Map<string, AnyRecord>();
    for (const kind of Object.keys(definition.personal)) {
      const table = this.#tablesOf(ref).get(kind);
      const ids = changes.filter((change) => 'put' in change && change.put === kind).map(idOfChange);
      if (!table || ids.length === 0) continue;
      for (const row of await rowsById(sql, table, ref.id, [...new Set(ids)]))
        rows.set(row.id, upgraded(definition.upgrades, kind, row));
    }
    return (change) => {
      if (!('put' in change)) return change;
      const value = upgraded(definition.upgrades, change.put, change.value);
      return { ...change, value: withPersonal(definition, change.put, value, rows.get(value.id)) };
    };
  }

  /**
   * The working set as it was just before a moment, in the shapes of this version. 'compacted' where the log does not reach back that
   * far any more; null when there was no such stream yet, or is none.
   */
  stateBefore(place: Place, moment: string): Promise<AnyState | 'compacted' | null> {
    const { ref } = place;
    return this.#database.withinOneMoment(contextOf(place), async (sql) => {
      const [stream] = await sql`select 1 from stream where id = ${ref.id} and kind = ${ref.kind}`;
      const [start] = await sql<{ seq: number; isLater: boolean; state: PlainState }[]>`
        select seq, at >= ${moment} as "isLater", state from stream_snapshot where stream_id = ${ref.id}`;
      if (!stream || (start?.isLater && start.seq === 0)) return null;
      if (start?.isLater) return 'compacted';
      const entries = await sql<Pick<LogEntry, 'changes'>[]>`
        select changes from stream_change where stream_id = ${ref.id} and at < ${moment} order by seq`;
      const first = Object.entries(start?.state ?? {}).flatMap(([kind, records]) =>
        records.map((value): Change => ({ put: kind, value })),
      );
      const changes = [...first, ...entries.flatMap((entry) => entry.changes)];
      const whole = await this.#wholeFrom(sql, ref, changes);
      return applyChanges(emptyState(this.#definition(ref)), changes.map(whole));
    });
  }

  /** Who did what, the latest first, from before a number. */
  async deeds(place: Place, page: { before: number | null; most: number }): Promise<Deed[]> {
    const { ref } = place;
    const rows = await this.#database.within(
      contextOf(place),
      (sql) => sql<(Omit<Deed, 'records'> & Pick<LogEntry, 'changes'>)[]>`
        select seq, at, by_member as by, by_member is null and by_person is not null as "byOutsider", name, changes
        from stream_change where stream_id = ${ref.id} and (${page.before}::bigint is null or seq < ${page.before})
        order by seq desc limit ${page.most}`,
    );
    return rows.map(({ changes, ...told }) => ({
      ...told,
      records: changes.map((change) => ({ kind: kindOfChange(change), id: idOfChange(change) })),
    }));
  }

  /** What the log keeps where that is not all of it; nearly always it is, and then null. */
  #logged({ place, entry }: Append): string | null {
    const kept = withoutPersonal(this.#definition(place.ref), entry.changes);
    return kept === entry.changes ? null : JSON.stringify(kept);
  }

  /** The database's own word: where the stream stands, and whether this command is in its log. */
  async standing(place: Place, commandId: string): Promise<{ seq: number; done: number | null }> {
    const { id } = place.ref;
    const [row] = await this.#database.within(
      contextOf(place),
      (sql) => sql<{ seq: number; done: number | null }[]>`
        select seq, (select c.seq from stream_change c where c.stream_id = s.id and c.command_id = ${commandId}) as done
        from stream s where id = ${id}`,
    );
    if (!row) throw new Error(`stream ${refText(place.ref)} has gone`);
    return row;
  }

  /**
   * All or nothing, of all streams that it is about. They are written in the order of their names, on every server, so
   * that two such writes wait for each other but never in a circle.
   *
   * @param also what else must happen in the same transaction; it may throw, and then nothing has happened
   */
  async append(
    appends: readonly Append[],
    person: string | null,
    also: readonly ((sql: Transaction) => Promise<void>)[],
  ): Promise<Appended> {
    const [first] = appends;
    if (!first) return 'done';
    const context = contextOf(first.place, person);
    try {
      if (appends.length === 1 && also.length === 0)
        await this.#database.call(
          context,
          (sql, [scope, school, whose, now]) =>
            sql`select commit_change(${scope}, ${school}, ${whose}, ${now}, ${this.#change(sql, first, person)})`,
        );
      else {
        const ordered = appends.toSorted((a, b) => compare(refText(a.place.ref), refText(b.place.ref)));
        await this.#database.within(context, async (sql) => {
          await Promise.all(
            ordered.map((each) => sql`select append_change(${this.#change(sql, each, person)})`),
          );
          for (const work of also) await work(sql);
        });
      }
      return 'done';
    } catch (error) {
      if (hasCode(error, OVERTAKEN)) return 'overtaken';
      if (isUniqueViolation(error, 'stream_change_pkey')) return 'overtaken';
      if (isUniqueViolation(error, 'stream_change_stream_id_command_id_key')) return 'repeated';
      if (this.#isRecordKey(appends, error)) return 'taken';
      throw error;
    }
  }

  /** A change as `append_change` takes it. */
  #change(sql: Statements, append: Append, person: string | null) {
    const { place, entry, changesText } = append;
    return sql`${place.ref.id}::uuid, ${entry.seq}::bigint, ${entry.commandId}::uuid, ${entry.name}, ${entry.by}::uuid, ${person}::uuid,
      ${entry.at}::timestamptz, ${changesText}::text::jsonb, ${this.#logged(append)}::text::jsonb, ${newOnes(append)}::text::integer[]`;
  }

  /** Makes a stream with its first records, inside the caller's transaction. */
  async open(sql: Transaction, place: Place, changes: readonly Change[]): Promise<void> {
    await this.#begin(sql, place);
    const { ref, school } = place;
    await sql`select write_facts(${school}::uuid, ${ref.id}::uuid, ${ref.kind}, ${JSON.stringify(changes)}::text::jsonb, '{}')`;
    const definition = this.#definition(ref);
    const first = applyChanges(emptyState(definition), withoutPersonal(definition, changes));
    await sql`
      insert into stream_snapshot (school_id, stream_id, seq, at, state)
      values (${school}, ${ref.id}, 0, app_now(), ${JSON.stringify(plainOf(first))}::text::jsonb)`;
  }

  /** Records that have left the working set, of one kind, the latest first. */
  archived(
    place: Place,
    kind: string,
    page: { before: string | null; most: number },
  ): Promise<readonly AnyRecord[]> {
    return this.#read(place, kind, (sql, table) => archivedRows(sql, table, place.ref.id, page));
  }

  /** Records of one kind by their ids, wherever they are. */
  byId(place: Place, kind: string, ids: readonly string[]): Promise<readonly AnyRecord[]> {
    return this.#read(place, kind, (sql, table) => rowsById(sql, table, place.ref.id, ids));
  }

  async #read(
    place: Place,
    kind: string,
    read: (sql: Transaction, table: RecordTable) => Promise<AnyRecord[]>,
  ): Promise<readonly AnyRecord[]> {
    const table = this.#tablesOf(place.ref).get(kind);
    if (!table) return [];
    const { upgrades } = this.#definition(place.ref);
    const rows = await this.#database.within(contextOf(place), (sql) => read(sql, table));
    return rows.map((row) => upgraded(upgrades, kind, row));
  }

  async #begin(sql: Transaction, { ref, school }: Place): Promise<void> {
    const isNamedAfter = this.#definition(ref).opensItself;
    await sql`
      insert into stream (id, kind, school_id) values (${ref.id}, ${ref.kind}, ${school})
      ${isNamedAfter ? sql`on conflict (id) do nothing` : sql``}`;
  }

  #isRecordKey(appends: readonly Append[], error: unknown): boolean {
    return appends.some(({ place }) =>
      [...this.#tablesOf(place.ref).values()].some(({ table }) => isUniqueViolation(error, `${table}_pkey`)),
    );
  }

  #definition({ kind }: StreamRef): StreamDefinition {
    const definition = this.#definitions.get(kind);
    if (!definition) throw new Error(`there are no streams of kind ${kind}`);
    return definition;
  }

  #tablesOf({ kind }: StreamRef): ReadonlyMap<string, RecordTable> {
    return this.#tables.get(kind) ?? new Map();
  }
}

/** The places of the records that no row may be there for yet, in the archive neither, as the text of an array. */
function newOnes({ entry, before }: Append): string {
  const put = new Set<string>();
  const places: number[] = [];
  for (const [place, change] of entry.changes.entries()) {
    if (!('put' in change)) continue;
    const key = `${change.put} ${change.value.id}`;
    if (!before[change.put]?.has(change.value.id) && !put.has(key)) places.push(place);
    put.add(key);
  }
  return `{${places.join()}}`;
}

/** For whom the database works when it is about this stream. */
const contextOf = ({ ref, school }: Place, person: string | null = null): Context =>
  school === null ? { scope: 'person', person: ref.id } : { scope: 'school', school, person };

const upgraded = (upgrades: StreamDefinition['upgrades'], kind: string, record: AnyRecord): AnyRecord =>
  upgrades[kind]?.(record) ?? record;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Said by append_change (migration 0001). */
const OVERTAKEN = 'SB001';

const hasCode = (error: unknown, code: string): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  hasCode(error, '23505') && 'constraint_name' in error && error.constraint_name === constraint;
