import * as z from 'zod/mini';
import { type Day, merged } from '#packages/kernel';
import type {
  AnyCommand,
  AnyRecord,
  GivenRecords,
  Leaves,
  MembersOnly,
  PayloadsOf,
  RecordSchemas,
  RecordsOf,
  StateOf,
  StreamDefinition,
  StreamKind,
} from './stream.ts';

type Commands = Readonly<Record<string, AnyCommand>>;

/** What one feature contributes to the streams of one kind. */
export type StreamPart<
  Of extends string = string,
  Records extends RecordSchemas = RecordSchemas,
  OwnCommands extends Commands = Commands,
  Needs extends readonly AnyPart[] = readonly AnyPart[],
  Gathered extends RecordSchemas = RecordSchemas,
> = {
  readonly of: Of;
  /** Parts of the same kind of stream whose records its commands read. */
  readonly needs: Needs;
  readonly records: Records;
  /** Kinds that it reads and that any feature may give records of, without either knowing the other. */
  readonly gathers: Gathered;
  readonly gives: GivenRecords;
  readonly commands: OwnCommands;
  readonly leaves: Readonly<Record<string, Leaves>>;
  readonly membersOnly: MembersOnly;
  readonly upgrades: StreamDefinition['upgrades'];
  readonly personal: StreamDefinition['personal'];
};

export type AnyPart = {
  readonly of: string;
  readonly needs: readonly AnyPart[];
  readonly records: RecordSchemas;
  readonly gathers: RecordSchemas;
  readonly gives: GivenRecords;
  readonly commands: Commands;
  readonly leaves: Readonly<Record<string, Leaves>>;
  readonly membersOnly: MembersOnly;
  readonly upgrades: StreamDefinition['upgrades'];
  readonly personal: StreamDefinition['personal'];
};

/** Everything that a part may read: its own records, what it gathers, and the records of the parts that it needs. */
export type RecordsOfPart<P extends AnyPart> = RecordsOf<P['records']> &
  RecordsOf<P['gathers']> &
  (P['needs'][number] extends never ? unknown : Together<P['needs']>);
type Together<Needs extends readonly AnyPart[]> = Needs extends readonly [
  infer First extends AnyPart,
  ...infer Rest extends readonly AnyPart[],
]
  ? RecordsOfPart<First> & Together<Rest>
  : unknown;
export type StateOfPart<P extends AnyPart> = StateOf<RecordsOfPart<P>>;
/** What may be sent by whoever knows the part. */
export type PayloadsOfPart<P extends AnyPart> = PayloadsOf<P['commands']> & TogetherSent<P['needs']>;
type TogetherSent<Needs extends readonly AnyPart[]> = Needs extends readonly [
  infer First extends AnyPart,
  ...infer Rest extends readonly AnyPart[],
]
  ? PayloadsOfPart<First> & TogetherSent<Rest>
  : unknown;

/** The commands of a part and of those that it needs. */
export type CommandsOfPart<P extends AnyPart> = P['commands'] & TogetherDone<P['needs']>;
type TogetherDone<Needs extends readonly AnyPart[]> = Needs extends readonly [
  infer First extends AnyPart,
  ...infer Rest extends readonly AnyPart[],
]
  ? CommandsOfPart<First> & TogetherDone<Rest>
  : unknown;

/** The fields of a record that may be null. */
type Nullable<R> = { [F in keyof R]: null extends R[F] ? F & string : never }[keyof R];

/** A feature's contribution to the streams of one kind; `const goals = part({ of: 'board', needs: [people], … })`. */
export function part<
  const Of extends string,
  const Needs extends readonly AnyPart[],
  Records extends RecordSchemas,
  OwnCommands extends Commands,
  // biome-ignore lint/complexity/noBannedTypes: no kinds, where nothing is gathered
  Gathered extends RecordSchemas = {},
>(given: {
  of: Of;
  needs: Needs;
  records: Records;
  commands: OwnCommands;
  /** Kind -> the shape of what any feature may give of it. It stands in the state like every kind. */
  gathers?: Gathered;
  /** Kind that some other part gathers -> what this feature has of it. */
  gives?: GivenRecords;
  /** Kind of record -> when one leaves the working set. */
  leaves?: {
    readonly [K in keyof Records]?: (
      record: RecordsOf<Records>[K],
      at: { readonly state: StateOf<RecordsOf<Records>>; readonly today: Day },
    ) => boolean;
  };
  /** Kind of record -> the fields that reach only those inside; to others they are null, so null they may be. */
  membersOnly?: { readonly [K in keyof Records]?: readonly Nullable<RecordsOf<Records>[K]>[] };
  /** Kind of record -> makes a record of any earlier version one of this version. */
  upgrades?: { readonly [K in keyof Records]?: (old: AnyRecord) => RecordsOf<Records>[K] };
  /** Kind of record -> its fields that say who somebody is; the log does not keep them, and erasing a person does (migration 0009). */
  personal?: { readonly [K in keyof Records]?: readonly (keyof RecordsOf<Records>[K] & string)[] };
}): StreamPart<Of, Records, OwnCommands, Needs, Gathered> {
  const nothing = { gathers: {}, gives: {}, leaves: {}, membersOnly: {}, upgrades: {}, personal: {} };
  return { ...nothing, ...given } as StreamPart<Of, Records, OwnCommands, Needs, Gathered>;
}

export type Definitions = ReadonlyMap<string, StreamDefinition>;

/**
 * Puts the parts of all features together, per kind of stream.
 * Throws where two of them use one name, where one needs a part that is not there, is of a kind that there is not, or
 * gives what does not fit.
 */
export function assemble(kinds: readonly StreamKind[], parts: readonly AnyPart[]): Definitions {
  const homeless = parts.find(({ of }) => !kinds.some(({ kind }) => kind === of));
  if (homeless) throw new Error(`there are no streams of kind ${homeless.of}`);
  const definitions = new Map<string, StreamDefinition>();
  for (const of of kinds) {
    const { kind } = of;
    const own = parts.filter((part) => part.of === kind);
    for (const { needs } of own)
      for (const needed of needs)
        if (!own.includes(needed)) throw new Error(`a part of ${kind} needs one that is not there`);
    definitions.set(kind, {
      ...of,
      records: together(own.map(({ records }) => records)),
      given: gathered(own),
      commands: together(own.map(({ commands }) => commands)),
      leaves: together(own.map(({ leaves }) => leaves)),
      membersOnly: together(own.map(({ membersOnly }) => membersOnly)),
      upgrades: together(own.map(({ upgrades }) => upgrades)),
      personal: together(own.map(({ personal }) => personal)),
    });
  }
  return definitions;
}

/** What is given of the kinds that some part gathers; of a kind that nobody gathers there is nothing to see. */
function gathered(parts: readonly AnyPart[]): GivenRecords {
  const kinds = Object.entries(together(parts.map(({ gathers }) => gathers)));
  return Object.fromEntries(
    kinds.map(([kind, schema]) => {
      const all = parts.flatMap(({ gives }) => gives[kind] ?? []);
      for (const { id } of all)
        if (all.filter((other) => other.id === id).length > 1)
          throw new Error(`two parts both give ${kind} ${id}`);
      return [kind, all.map((record) => z.parse(schema, record) as AnyRecord)];
    }),
  );
}

const together = <T>(brought: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> =>
  merged('parts', brought);

/** A part after all parts that it needs, each once. */
export function withNeeds(one: AnyPart): readonly AnyPart[] {
  return [...new Set([...one.needs.flatMap(withNeeds), one])];
}

/** What a part and those that it needs can hold and do, without the rest of the stream that it lives in. */
export function runnableOf<P extends AnyPart>(
  one: P,
): {
  readonly records: RecordSchemas;
  readonly given: GivenRecords;
  readonly commands: CommandsOfPart<P>;
} {
  const parts = withNeeds(one);
  return {
    records: together(parts.map(({ records }) => records)),
    given: gathered(parts),
    commands: together(parts.map(({ commands }) => commands)) as CommandsOfPart<P>,
  };
}
