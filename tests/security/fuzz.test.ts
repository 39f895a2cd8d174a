import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newId } from '#packages/kernel';
import { refusalTexts } from '../../apps/features.ts';
import { type Community, settle } from './community.ts';
import { broken, fitting, type JsonSchema } from './from-schema.ts';
import { cookie, House, listen } from './house.ts';

/**
 * The description that the server gives of itself is taken at its word: what it says that fits is taken, what does not fit
 * is refused in words, and what it answers is what it says that it answers.
 */

type Operation = {
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: {
    readonly 200: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  };
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  readonly components: { readonly schemas: { readonly Refusal: JsonSchema } };
};

let house: House;
let community: Community;
let address: string;
let description: Description;
let ids: string[];
beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  address = `http://127.0.0.1:${await listen(await house.http())}/api`;
  description = (await (await fetch(`${address}/openapi.json`)).json()) as Description;
  for (const who of whoever) {
    const signedIn = await house.sessions.whoIs(community.tokens[who] ?? null);
    if (!signedIn) continue;
    const { actor } = signedIn;
    holders.set(who, actor.kind === 'person' ? { personId: actor.personId } : actor);
  }
  const leader = community.tokens['the school leader'] ?? null;
  for (const [url, body] of [
    [`/teams/${community.places.Bovenbouw}/invitations`, { people: [{ email: 'nieuw@school.example' }] }],
    [
      `/schools/${community.places['De Linde']}/invitations`,
      { email: 'els@school.example', role: 'expert-coach' },
    ],
  ] as const) {
    const headers = { 'content-type': 'application/json', ...cookie(leader) };
    await fetch(`${address}${url}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }
  const { 'De Linde': linde, Bovenbouw } = community.places;
  const [leads] = await house.owner<{ id: string }[]>`
    select id from member where team_id = ${Bovenbouw} order by id limit 1`;
  const sessionId = newId();
  for (const command of [
    { name: 'session.start', payload: { id: sessionId, leaderId: leads?.id } },
    { name: 'session.close', payload: { sessionId } },
  ])
    await house.command(linde, Bovenbouw, command);
  const people = await house.owner<{ id: string }[]>`select id from person order by id limit 12`;
  ids = [...Object.values(community.places), ...people.map(({ id }) => id)];
});
afterAll(() => house.close());

const holders = new Map<string, Parameters<House['sessions']['open']>[0]>();

const whoever = [
  'a teacher of Bovenbouw',
  'the school leader',
  'the screen of Bovenbouw',
  'a teacher of Middenbouw',
  'nobody',
] as const;
type Who = (typeof whoever)[number];

/** A browser of theirs, signed in anew: whoever was signed out by the request before goes on. */
async function browserOf(who: Who): Promise<Record<string, string>> {
  const holder = holders.get(who);
  return holder ? cookie((await house.sessions.open(holder, 'Firefox')).token) : {};
}

/** What ends somebody's place comes last: after it, those who are left out would hear nothing but no. */
const endsSomething = ({ method, path }: Operation): number =>
  method === 'DELETE' ? 2 : path.endsWith('/leave') ? 1 : 0;

const operations = (): readonly Operation[] =>
  Object.entries(description.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path,
      })),
    )
    .sort((a, b) => endsSomething(a) - endsSomething(b));

type Asked = {
  readonly who: Who;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** Parameter -> things for it, most of them where something can be done with them. */
async function thingsFor(path: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { places } = community;
  const { owner } = house;
  const ofTeam = async (table: string): Promise<readonly string[]> => {
    const found = await owner<{ id: string }[]>`
      select id from ${owner(table)} where team_id = ${places.Bovenbouw} order by id limit 3`;
    return [...found.map(({ id }) => id), newId()];
  };
  const ofSchool = async (table: string): Promise<readonly string[]> => {
    const found = await owner<{ id: string }[]>`
      select id from ${owner(table)} where school_id = ${places['De Linde']} and role is not null order by id desc limit 2`;
    return found.map(({ id }) => id);
  };
  return {
    team: [places.Bovenbouw, places.Bovenbouw, places.Bovenbouw, places.Middenbouw, newId()],
    school: [places['De Linde'], places['De Linde'], places['De Linde'], places['De Regenboog'], newId()],
    display: await ofTeam('display'),
    member: await ofTeam('member'),
    grant: await ofSchool('scope_grant'),
    boardSession: await ofTeam('board_session'),
    invitation: await (path.startsWith('/schools') ? ofSchool : ofTeam)('invitation'),
  };
}

async function asking({ path: url, parameters = [], requestBody }: Operation): Promise<{
  fits: fc.Arbitrary<Asked>;
  breaks: fc.Arbitrary<Asked>;
}> {
  const things = await thingsFor(url);
  const part = (place: 'path' | 'query', without: readonly string[]) => {
    const mine = parameters.filter(
      (parameter) => parameter.in === place && !without.includes(parameter.name),
    );
    const values = mine.map(({ name, schema }) => {
      const there = things[name];
      return [name, there ? fc.constantFrom(...there) : fitting(schema, ids)] as const;
    });
    const requiredKeys = mine.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
  };
  const schema = requestBody?.content['application/json']?.schema;
  const [teacher, leader, ...others] = whoever;
  const known = [teacher, teacher, teacher, leader, leader, leader] as const;
  const asked = {
    who: fc.constantFrom<Who>(...known, ...others),
    path: part('path', []),
    // Nobody has to wait here for news that will not come, and nobody can make up where a page of a list ended.
    query: part('query', ['wait', 'cursor']),
    body: schema ? fitting(schema, ids) : fc.constant(undefined),
  };
  const brokenPart = (place: 'path' | 'query') =>
    broken(part(place, ['wait'])).map((value) =>
      typeof value === 'object' && value !== null ? { ...value } : {},
    );
  const breaks = [
    ...(schema ? [fc.record({ ...asked, body: broken(asked.body) })] : []),
    ...(parameters.some((one) => one.in === 'query')
      ? [fc.record({ ...asked, query: brokenPart('query') })]
      : []),
    ...(parameters.some((one) => one.in === 'path')
      ? [fc.record({ ...asked, path: brokenPart('path') })]
      : []),
  ];
  return { fits: fc.record(asked), breaks: breaks.length > 0 ? fc.oneof(...breaks) : fc.record(asked) };
}

let calls = 0;

async function ask({ method, path }: Operation, asked: Asked) {
  calls += 1;
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(asked.path[name]));
  const query = Object.entries(asked.query)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');
  const leaving = new AbortController();
  const response = await fetch(`${address}${at}${query && `?${query}`}`, {
    method,
    signal: leaving.signal,
    headers: {
      ...(await browserOf(asked.who)),
      'x-forwarded-for': `10.${calls % 200}.${Math.floor(calls / 200)}.1`,
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (type === 'text/event-stream') {
    leaving.abort();
    return { status: response.status, type, answer: null };
  }
  if (response.headers.has('content-disposition')) {
    await response.arrayBuffer();
    return { status: response.status, type, answer: null };
  }
  return { status: response.status, type, answer: (await response.json()) as unknown };
}

/** As it stands in an address; what no address can hold stands there as a question mark. */
function encoded(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return encodeURIComponent(written.toWellFormed()) || '-';
}

const fits = (schema: JsonSchema, value: unknown): boolean =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;

/** @returns what is wrong with an answer; null when it is one that was promised */
function faultIn({ responses }: Operation, heard: Awaited<ReturnType<typeof ask>>): string | null {
  const { status, type, answer } = heard;
  if (status === 200) {
    const promised = responses[200].content[type];
    if (!promised) return `it is ${type}`;
    return type !== 'application/json' || fits(promised.schema, answer)
      ? null
      : `it is not as described: ${JSON.stringify(answer)}`;
  }
  if (status >= 500) return `${status} ${JSON.stringify(answer)}`;
  if (!fits(description.components.schemas.Refusal, answer))
    return `it is no refusal: ${JSON.stringify(answer)}`;
  const { refused } = answer as { refused: string };
  return refused in refusalTexts ? null : `nobody knows ${refused}`;
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** Where more is asked of a value than a schema can say: only a school coach's role names a team; an id may be taken. */
const asksMore = new Set([
  'POST /schools/{school}/roles',
  'POST /schools/{school}/invitations',
  'POST /schools/{school}/teams',
]);

/** What nobody comes through by making something up: a code, a token, the key of one's own session, the name of a stream. */
const asksForSecret = new Set([
  'POST /sign-in',
  'POST /invitations/read',
  'POST /invitations/accept',
  'GET /join/{code}',
  'POST /join/code',
  'POST /join',
  'POST /teams/{team}/displays',
  'POST /display/session',
  'DELETE /me/sessions/{session}',
  'GET /streams/{stream}/archive',
  'GET /streams/{stream}/history',
]);

test('the description of all endpoints is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(operations().length).toBe(house.contracts.length);
});

describe('every endpoint, asked anything', () => {
  const RUNS = 24;

  test('what fits is taken, and answered as described', async () => {
    const taken = new Set<string>();
    for (const operation of operations()) {
      const name = nameOf(operation);
      await fc.assert(
        fc.asyncProperty((await asking(operation)).fits, async (asked) => {
          const heard = await ask(operation, asked);
          expect([name, faultIn(operation, heard)]).toEqual([name, null]);
          if (heard.status === 200) taken.add(name);
          if (heard.status === 400 && !asksMore.has(name))
            throw new Error(`${name} refuses what it says that it takes: ${JSON.stringify(heard.answer)}`);
        }),
        { numRuns: RUNS },
      );
    }
    const never = operations()
      .map(nameOf)
      .filter((name) => !taken.has(name) && !asksMore.has(name));
    expect(never.sort()).toEqual([...asksForSecret].sort());
  }, 180_000);

  test('what does not fit is refused in words', async () => {
    const refused = new Map<string, number>();
    for (const operation of operations()) {
      const name = nameOf(operation);
      await fc.assert(
        fc.asyncProperty((await asking(operation)).breaks, async (asked) => {
          const heard = await ask(operation, asked);
          expect([name, faultIn(operation, heard)]).toEqual([name, null]);
          const code = heard.status === 200 ? 'taken' : (heard.answer as { refused: string }).refused;
          refused.set(code, (refused.get(code) ?? 0) + 1);
        }),
        { numRuns: RUNS },
      );
    }
    expect(refused.get('invalid')).toBeGreaterThan(100);
  }, 180_000);
});
