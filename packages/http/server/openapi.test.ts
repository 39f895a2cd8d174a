import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { endpoint, eventStream, file, list } from '#packages/http';
import { field, refuse } from '#packages/kernel';
import { implement } from './index.ts';
import { openApi } from './openapi.ts';
import { anyone, inRoom, kinds, serve } from './served.fixture.ts';

const none = async () => refuse('not-found');
const params = z.object({ room: field.id });
const endpoints = [
  implement(
    endpoint({
      method: 'PUT',
      url: '/rooms/:room/guest',
      access: inRoom(1),
      summary: 'Writes who sleeps here.',
      params,
      query: z.object({ nights: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 1) }),
      body: z.object({ name: field.line(80), born: field.nullable(field.day) }),
      answer: z.object({ at: field.instant, email: z.email() }),
    }),
  )(none),
  implement(
    list({
      url: '/rooms',
      access: anyone,
      summary: 'All rooms.',
      filters: { floor: z.optional(z.coerce.number()) },
      orders: { number: ['number'], newest: ['-number'] },
      item: z.object({ number: z.int() }),
    }),
  )(none),
  implement(
    endpoint({
      method: 'GET',
      url: '/rooms/:room/bill',
      access: inRoom(1),
      summary: 'The bill.',
      params,
      answer: file('text/csv', 'application/pdf'),
    }),
  )(none),
  implement(
    endpoint({ method: 'GET', url: '/bell', access: anyone, summary: 'Rings.', answer: eventStream }),
  )(none),
];
const described = openApi({
  endpoints,
  accessKinds: kinds,
  access: anyone,
  title: 'Hotel',
  version: '1.2.3',
  cookieName: 'token',
});

type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly [part: string]: unknown;
};
async function read(): Promise<Description> {
  const { hear } = await serve([...endpoints, described]);
  const { status, answer } = await hear({ url: '/api/openapi.json' });
  expect(status).toBe(200);
  return answer as Description;
}

describe('H13 what the endpoints promise is served as OpenAPI 3.1', () => {
  test('H13 the description is one, and names every endpoint, itself too', async () => {
    const description = await read();
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(Object.keys(description.paths)).toEqual([
      '/rooms/{room}/guest',
      '/rooms',
      '/rooms/{room}/bill',
      '/bell',
      '/openapi.json',
    ]);
    expect(description).toMatchObject({ openapi: '3.1.1', info: { title: 'Hotel', version: '1.2.3' } });
  });

  test('H13 what has to be brought, what is answered and who may come in', async () => {
    const { paths } = await read();
    expect(paths['/rooms/{room}/guest']?.put).toEqual({
      operationId: 'put-rooms-room-guest',
      summary: 'Writes who sleeps here.',
      tags: ['rooms'],
      'x-access': { of: 'room', floor: 1 },
      security: [{ browser: [] }, { client: [] }],
      parameters: [
        {
          name: 'room',
          in: 'path',
          required: true,
          schema: { type: 'string', format: 'uuid', pattern: '^[^A-Z]*$' },
        },
        {
          name: 'nights',
          in: 'query',
          required: false,
          schema: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 1 },
        },
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                name: { type: 'string', minLength: 1, maxLength: 80, pattern: '^[^\\r\\n]*$' },
                born: { anyOf: [{ type: 'string', format: 'date', pattern: '^2[01]' }, { type: 'null' }] },
              },
              required: ['name', 'born'],
            },
          },
        },
      },
      responses: {
        200: {
          description: 'Done.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  at: { type: 'string', format: 'date-time' },
                  email: { type: 'string', format: 'email' },
                },
                required: ['at', 'email'],
                additionalProperties: false,
              },
            },
          },
        },
        default: { $ref: '#/components/responses/Refusal' },
      },
    });
    expect(paths['/bell']?.get).toMatchObject({ security: [{}, { browser: [] }, { client: [] }] });
  });

  test('H13 a list, a file and a stream are described as what they are', async () => {
    const { paths } = await read();
    const names = (operation: object | undefined) =>
      (operation as { parameters: { name: string }[] }).parameters.map(({ name }) => name);
    expect(names(paths['/rooms']?.get)).toEqual(['floor', 'order', 'cursor', 'limit']);
    expect(JSON.stringify(paths['/rooms']?.get)).toContain('"enum":["number","newest"]');
    type Answers = { readonly responses: { readonly 200: { readonly content: object } } };
    const contentOf = (path: string) =>
      Object.values(paths[path] ?? {}).flatMap((one) => Object.keys((one as Answers).responses[200].content));
    expect(contentOf('/rooms/{room}/bill')).toEqual(['text/csv', 'application/pdf']);
    expect(contentOf('/bell')).toEqual(['text/event-stream']);
  });

  test('H13 a description that is none is found', async () => {
    const description = structuredClone(await read());
    Object.assign(description.paths['/bell']?.get ?? {}, { responses: { 200: { content: {} } } });
    expect((await new Validator().validate(description)).valid).toBe(false);
  });
});
