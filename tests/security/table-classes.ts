import type { Context } from '#packages/database';

/** Two worlds that must not meet: what stands in the columns by which a table says whose a row is. */
export type Side = {
  readonly school: string;
  readonly person: string;
  /** The other one of a pair. */
  readonly second: string;
  /** Works in the same school, and has no more to do with it than that. */
  readonly colleague: string;
  readonly body: string;
  /** What they present at the door. */
  readonly key: string;
};

/** Somebody who works in the database: in which context, and what they present. */
export type Somebody = { readonly context: Context; readonly key?: string };

/** What stands in a column of this name, in a row of this side. */
export const byName = (side: Side): Readonly<Record<string, string>> => ({
  school_id: side.school,
  person_id: side.person,
  governing_body_id: side.body,
  over_kind: 'body',
  over_id: side.body,
});

const inSchool = (side: Side, person: string | null = side.person): Somebody => ({
  context: { scope: 'school', school: side.school, person },
});
const asPerson = (person: string): Somebody => ({ context: { scope: 'person', person } });
const forProgramme = (person: string): Somebody => ({ context: { scope: 'programme', person } });
const atTheDoor = (key?: string): Somebody => ({
  context: { scope: 'sign-in' },
  ...(key === undefined ? {} : { key }),
});

/** Whatever they try, and with whatever they have of their own. */
const strangersTo = (other: Side): Readonly<Record<string, Somebody>> => ({
  'in their own school': inSchool(other),
  'as a person': asPerson(other.person),
  'with a role over schools': forProgramme(other.person),
  'at the door': atTheDoor(),
  'at the door with a key of their own': atTheDoor(other.key),
});

const colleaguesOf = (side: Side): Readonly<Record<string, Somebody>> => ({
  'a colleague in the same school': inSchool(side, side.colleague),
  'a colleague as a person': asPerson(side.colleague),
  'the school itself': inSchool(side, null),
});

export type TableClass = {
  /** The columns that a table of this class goes by, where its comment does not name them. */
  readonly columns: readonly string[];
  /** What stands in those columns in a row of this side; nothing where rows are nobody's. */
  readonly whose: (side: Side) => readonly string[];
  /** Who reaches the rows of this side. */
  readonly owners: (side: Side) => Readonly<Record<string, Somebody>>;
  /** Who must not reach them; `other` is the other side. */
  readonly intruders: (side: Side, other: Side) => Readonly<Record<string, Somebody>>;
  /** What is open to everybody who works here at all. */
  readonly open: readonly ('seen' | 'added')[];
  /** False where one row is there already and a second would not be one. */
  readonly isFilled: boolean;
};

const usual = {
  intruders: (_: Side, other: Side) => strangersTo(other),
  open: [],
  isFilled: true,
} as const;

/** Class of a table, by the comment that its procedure gives it (migration 0001) -> who reaches what. */
export const tableClasses: Readonly<Record<string, TableClass>> = {
  team: {
    ...usual,
    columns: ['school_id'],
    whose: ({ school }) => [school],
    owners: (side) => ({ 'the school': inSchool(side) }),
  },
  school: {
    ...usual,
    columns: ['school_id'],
    whose: ({ school }) => [school],
    owners: (side) => ({ 'the school': inSchool(side) }),
  },
  room: {
    ...usual,
    columns: ['school_id'],
    whose: ({ school }) => [school],
    owners: (side) => ({ 'the school': inSchool(side) }),
  },
  log: {
    ...usual,
    columns: ['school_id'],
    whose: ({ school }) => [school],
    owners: (side) => ({ 'the school': inSchool(side) }),
  },
  person: {
    ...usual,
    columns: ['person_id'],
    whose: ({ person }) => [person],
    owners: (side) => ({ 'the owner': asPerson(side.person), 'the owner at school': inSchool(side) }),
    intruders: (side, other) => ({ ...strangersTo(other), ...colleaguesOf(side) }),
  },
  pair: {
    ...usual,
    columns: [],
    whose: ({ person, second }) => [person, second],
    owners: (side) => ({
      'the one': asPerson(side.person),
      'the other': asPerson(side.second),
      'the one at school': inSchool(side),
    }),
    intruders: (side, other) => ({ ...strangersTo(other), ...colleaguesOf(side) }),
  },
  programme: {
    ...usual,
    columns: ['school_id'],
    whose: ({ school }) => [school],
    owners: (side) => ({ 'with a role over the school': forProgramme(side.person) }),
    intruders: (side, other) => ({
      ...strangersTo(other),
      ...colleaguesOf(side),
      'whoever works in the school': inSchool(side),
    }),
  },
  account: {
    ...usual,
    columns: ['person_id'],
    whose: ({ person }) => [person],
    owners: (side) => ({ 'the person': asPerson(side.person) }),
  },
  door: {
    ...usual,
    columns: [],
    whose: ({ key }) => [key, `other ${key}`],
    owners: (side) => ({ 'whoever presents the key': atTheDoor(side.key) }),
  },
  answers: { ...usual, columns: [], whose: () => [], owners: () => ({}), open: ['added'] },
  /** Kept by the owner of the database, and nobody's who works in it. */
  ledger: { ...usual, columns: [], whose: () => [], owners: () => ({}) },
  outbox: {
    ...usual,
    columns: [],
    whose: () => [],
    owners: () => ({ 'the clock': { context: { scope: 'clock' } } }),
    open: ['added'],
  },
  public: {
    ...usual,
    columns: [],
    whose: () => [],
    owners: () => ({ 'whoever runs the installation': { context: { scope: 'installation' } } }),
    open: ['seen'],
  },
  installation: {
    ...usual,
    columns: [],
    whose: () => [],
    owners: (side) => ({ everybody: inSchool(side) }),
    open: ['seen'],
    isFilled: false,
  },
};

/** 'class: pair (visitor_id, visited_id)' -> the class and the columns; null for a comment that says no class. */
export function classIn(comment: string | null): { name: string; columns: readonly string[] } | null {
  const found = /^class: ([a-z-]+)(?: \(([^)]*)\))?$/.exec(comment ?? '');
  const name = found?.[1];
  const known = name === undefined ? undefined : tableClasses[name];
  if (name === undefined || !known || !Object.hasOwn(tableClasses, name)) return null;
  return { name, columns: found?.[2]?.split(', ') ?? known.columns };
}
