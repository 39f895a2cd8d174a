import * as z from 'zod/mini';
import { type Access, type AnyEndpoint, endpoint, type Fields, refusal, type Schema } from '#packages/http';
import type { AnyAccessKind } from './access-kind.ts';
import { type Implementation, implement } from './implement.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The description of everything that these endpoints promise, as OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1), read off their
 * contracts; itself an endpoint, and in its own description.
 */
export function openApi(parts: {
  readonly endpoints: readonly Implementation[];
  readonly accessKinds: readonly AnyAccessKind[];
  /** Who may read the description. */
  readonly access: Access;
  readonly title: string;
  readonly version: string;
  readonly cookieName: string;
}): Implementation {
  const contract = endpoint({
    method: 'GET',
    url: '/openapi.json',
    access: parts.access,
    summary: 'Describes every endpoint, this one too, for programs.',
    answer: z.record(z.string(), z.unknown()),
    callsPerMinute: 30,
  });
  const description = describe([...parts.endpoints.map(({ endpoint }) => endpoint), contract], parts);
  return implement(contract)(async () => description);
}

function describe(
  endpoints: readonly AnyEndpoint[],
  parts: Omit<Parameters<typeof openApi>[0], 'endpoints' | 'access'>,
): Json {
  const open = new Set(parts.accessKinds.filter(({ isOpen }) => isOpen).map(({ of }) => of));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of endpoints) {
    const path = contract.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, open) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: parts.title,
      version: parts.version,
      description:
        'Every answer but 200 is a refusal: a code with an entry in docs/errors. What somebody may not see answers like what is not there.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(endpoints.map(tagOf))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: { Refusal: jsonSchema(refusal, 'output') },
      responses: {
        Refusal: {
          description: 'No. `refused` says why.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
        },
      },
      securitySchemes: {
        browser: { type: 'apiKey', in: 'cookie', name: parts.cookieName },
        client: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(contract: AnyEndpoint, open: ReadonlySet<string>): Json {
  const { access, summary, body } = contract;
  const signedIn = [{ browser: [] }, { client: [] }];
  const parameters = [...parametersOf('path', contract.params), ...parametersOf('query', contract.query)];
  return {
    operationId: `${contract.method}${contract.url}`.toLowerCase().replace(/[^a-z]+/g, '-'),
    summary,
    tags: [tagOf(contract)],
    'x-access': access,
    security: open.has(access.of) ? [{}, ...signedIn] : signedIn,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: 'Done.', content: contentOf(contract.answer) },
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

const tagOf = ({ url }: AnyEndpoint): string => url.split('/')[1]?.replace(/\.json$/, '') ?? '';

function parametersOf(place: 'path' | 'query', fields: Fields | undefined): readonly Json[] {
  if (!fields) return [];
  const { properties = {}, required = [] } = jsonSchema(fields, 'input') as {
    properties?: Json;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function contentOf(answer: AnyEndpoint['answer']): Json {
  if ('file' in answer)
    return Object.fromEntries(answer.file.map((type) => [type, { schema: { type: 'string' } }]));
  return 'events' in answer
    ? { 'text/event-stream': { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchema(answer, 'output') } };
}

/** Formats by name, which say more to a reader and to a program than the expression by which zod checks them. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  email: 'email',
  date: 'date',
  datetime: 'date-time',
};

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 is made of. */
function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema: written }) => {
      const { def } = zodSchema._zod;
      const format = def.type === 'string' && 'format' in def ? FORMATS[String(def.format)] : undefined;
      if (format === undefined) return;
      // The first expression is the format's own; what else is asked of the text stays.
      const others = (written.allOf ?? []).slice(1);
      delete written.pattern;
      delete written.allOf;
      Object.assign(
        written,
        { format },
        others.length === 1 ? others[0] : others.length > 1 && { allOf: others },
      );
    },
  });
  return made;
}
