import * as fc from 'fast-check';
import { oddValues } from './odd-values.ts';

/** As much of JSON Schema 2020-12 as the description of our endpoints is made of. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

const words = [
  'type',
  'const',
  'enum',
  'anyOf',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'items',
  'minItems',
  'maxItems',
  'properties',
  'required',
  'default',
];

/** More of a kind than this says nothing new. */
const ENOUGH = 3;

/**
 * Values that fit a schema. Throws for a schema that says something it does not know of: then what is made here would
 * no longer be what the endpoint promises to take. `ids` are those of things that are really there.
 */
export function fitting(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const unknown = Object.keys(schema).filter((word) => !words.includes(word));
  if (unknown.length > 0) throw new Error(`nothing is made yet for ${unknown.join()} in a schema`);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, ids)));
  if (schema.type === undefined) return fc.jsonValue({ maxDepth: 2 });
  if (typeof schema.type !== 'string')
    return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type }, ids)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 1_000_000) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'string':
      return text(schema, ids);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? ENOUGH, ENOUGH)),
      });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fitting(field, ids)]),
        ),
        { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
      );
    default:
      throw new Error(`nothing is made yet for ${schema.type}`);
  }
}

function text(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 60 } = schema;
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'email')
    return fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/).map((name) => `${name}@school.example`);
  if (format === 'date')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (format !== undefined) throw new Error(`nothing is made yet for the format ${format}`);
  const made = pattern
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
  // Kept without spaces around it, and as every database can keep it (packages/kernel/fields.ts).
  return made.filter(
    (each) =>
      each.trim().length >= minLength &&
      each.length <= maxLength &&
      !each.includes('\u0000') &&
      each.isWellFormed(),
  );
}

/** What fits hardly anywhere. */
const odd = fc.oneof(fc.constantFrom(...oddValues), fc.jsonValue({ maxDepth: 1 }));

/** The same with one thing in it that may not fit: another value, at any depth, or one thing less. */
export const broken = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, odd, fc.nat(), fc.boolean())
    .map(([value, other, which, isGone]) => withOneOther(value, other, which, isGone));

function withOneOther(value: unknown, other: unknown, which: number, isGone: boolean): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[which % (keys.length + 1)];
  if (key === undefined) return other;
  const within = Math.floor(which / (keys.length + 1));
  if (Array.isArray(value))
    return value.map((item, index) =>
      String(index) === key ? withOneOther(item, other, within, isGone) : item,
    );
  const entries = Object.entries(value);
  return Object.fromEntries(
    isGone
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, item]) => [
          name,
          name === key ? withOneOther(item, other, within, isGone) : item,
        ]),
  );
}
