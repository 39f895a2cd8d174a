import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { anyone, ofSchool, ofTeam, schoolParams, teamParams } from '#features/people/domain';
import { type Access, type AnyEndpoint, endpoint } from '#packages/http';
import { type Implementation, implement } from '#packages/http/server';
import { newId } from '#packages/kernel';
import type { AnyCommand, Seats } from '#packages/sync';
import { StreamDesk } from '#packages/sync/server';
import { type Community, settle, streamText } from './community.ts';
import { cookie, House, hear } from './house.ts';
import { firstOfEach, spread } from './one-of-each.ts';
import {
  mayIn,
  needed,
  neededForCommand,
  type Place,
  type StreamOf,
  schools,
  strangers,
  streamsOfPlaces,
  teams,
  whoMay,
  wordOfAccess,
  wordOfCapability,
} from './who-may.ts';

/**
 * Who may come in, tried by everybody at every place and compared with who-may.ts. The door sees of an endpoint nothing but
 * its access, and of a command nothing but its capability: one of each is tried, what the others ask for is read. So another
 * endpoint, or another command, adds no request.
 */

/** What each command asks for, also those planted here so that there is one to try in streams of every kind. */
const neededHere: Readonly<Record<string, string>> = {
  ...neededForCommand,
  'school.planted': 'inspire',
  'person.planted': 'own',
};

const plantedCommand = (capability: string): AnyCommand => ({
  capability,
  payload: z.object({ text: z.string() }),
  run: () => [],
});

let house: House;
let community: Community;
beforeAll(async () => {
  house = await House.open({
    school: { 'school.planted': plantedCommand('school.inspire') },
    person: { 'person.planted': plantedCommand('own') },
  });
  community = await settle(house);
});
afterAll(() => house.close());

const everybody = [...Object.keys(whoMay), ...strangers];
const isStranger = (who: string): boolean => (strangers as readonly string[]).includes(who);
const isPerson = (who: string): boolean => !who.startsWith('the screen');

/** What who-may.ts says that somebody should hear. */
function shouldHear(who: string, need: string, place: Place | null): number {
  if (need === 'anyone') return 200;
  if (isStranger(who)) return 401;
  if (need === 'signed in') return 200;
  if (need === 'somebody') return isPerson(who) ? 200 : 404;
  return place !== null && whoMay[who]?.[place]?.includes(need) ? 200 : 404;
}

/** Places that are nowhere, as an id may be written. */
const nowhere = () => ({
  'a team of theirs in capitals': community.places.Bovenbouw.toUpperCase(),
  'a school of theirs in capitals': community.places['De Linde'].toUpperCase(),
  'a place that does not exist': newId(),
  'a place without a proper id': 'bovenbouw',
  'a place called __proto__': '__proto__',
});

/** An endpoint that lets in exactly whom the real one lets in, and does nothing. */
const door = ({ method, url, access, summary, params }: AnyEndpoint): Implementation =>
  implement(
    endpoint({
      method,
      url,
      access,
      summary,
      ...(params ? { params } : {}),
      answer: z.object({ in: z.literal(true) }),
    }),
  )(async () => ({ in: true }));

const nameOf = ({ method, url }: AnyEndpoint): string => `${method} ${url}`;

/** @returns a sentence for every endpoint that asks for something else than who-may.ts says; none of them is asked */
function misdeclared(contracts: readonly AnyEndpoint[]): string[] {
  return contracts.flatMap((contract) => {
    const need = needed[nameOf(contract)];
    if (need === undefined) return [`${nameOf(contract)}: who-may.ts does not say who may come in`];
    const asked = wordOfAccess(contract.access);
    return asked === need ? [] : [`${nameOf(contract)}: asks for ${asked}, should ask for ${need}`];
  });
}

/** What an address names of the places in who-may.ts. */
const placeIn = (url: string): string | undefined => /:(team|school)\b/.exec(url)?.[1];

/** One endpoint of each access, and ten of the others: what a door has, one by one, beside that: its method, its address. */
function sampled(contracts: readonly AnyEndpoint[]): readonly AnyEndpoint[] {
  const inOrder = contracts.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const firsts = firstOfEach(inOrder, ({ access, url }) => JSON.stringify([access, placeIn(url)]));
  return [...firsts, ...spread(inOrder.filter((contract) => !firsts.includes(contract)))];
}

/** @returns a sentence for everything that is not as who-may.ts has it */
async function faultsOf(contracts: readonly AnyEndpoint[]): Promise<string[]> {
  const app = await house.http({ endpoints: contracts.map(door) });
  const faults: string[] = [];
  for (const contract of contracts) {
    const need = needed[nameOf(contract)];
    if (need === undefined) continue;
    const { method, url } = contract;
    const found = await Promise.all(everybody.map((who) => tried(app, method, url, need, who)));
    faults.push(...found.flat());
  }
  return faults;
}

async function tried(
  app: FastifyInstance,
  method: AnyEndpoint['method'],
  url: string,
  need: string,
  who: string,
): Promise<string[]> {
  const faults: string[] = [];
  const knock = (place: string) =>
    hear(app, {
      method,
      url: `/api${url.replace(/:(\w+)/g, (_, name) =>
        ['team', 'school'].includes(name) ? place : name === 'stream' ? `team:${newId()}` : newId(),
      )}`,
      headers: cookie(community.tokens[who] ?? null),
      remoteAddress: `10.0.0.${everybody.indexOf(who) + 1}`,
    });
  const kind = placeIn(url);
  if (!kind) {
    const { status } = await knock('');
    const should = shouldHear(who, need, null);
    return status === should ? [] : [`${method} ${url}: ${who} heard ${status}, should hear ${should}`];
  }

  const absent = await knock(newId());
  const { requestId: _, ...likeAbsent } = absent;
  for (const place of kind === 'team' ? teams : schools) {
    const { requestId, ...heard } = await knock(community.places[place]);
    const should = shouldHear(who, need, place);
    if (heard.status !== should)
      faults.push(`${method} ${url}: ${who} in ${place} heard ${heard.status}, should hear ${should}`);
    if (heard.status !== 200 && JSON.stringify(heard) !== JSON.stringify(likeAbsent))
      faults.push(`${method} ${url}: ${who} can tell ${place} from a place that does not exist`);
    if (requestId === '') faults.push(`${method} ${url}: an answer without a request id`);
  }
  for (const [what, id] of Object.entries(nowhere())) {
    const { requestId: __, ...heard } = await knock(id);
    if (JSON.stringify(heard) !== JSON.stringify(likeAbsent))
      faults.push(`${method} ${url}: ${who} can tell ${what} from a place that does not exist`);
  }
  return faults;
}

describe('every endpoint lets in whom the method lets in', () => {
  test('each asks for what who-may.ts says', () => {
    expect(house.contracts.length).toBeGreaterThan(35);
    expect(misdeclared(house.contracts)).toEqual([]);
  });

  test('and to everybody else it is not there', async () => {
    expect(await faultsOf(sampled(house.contracts))).toEqual([]);
  });

  test('another endpoint adds no request', async () => {
    const more = house.contracts.flatMap((contract) =>
      ['', '/again', '/and-again'].map((suffix) => ({ ...contract, url: `${contract.url}${suffix}` })),
    );
    expect(more.length).toBe(3 * house.contracts.length);
    expect(sampled(more).length).toBe(sampled(house.contracts).length);
    const accessesIn = (contracts: readonly AnyEndpoint[]) =>
      new Set(contracts.map(({ access }) => JSON.stringify(access)));
    expect(accessesIn(sampled(more))).toEqual(accessesIn(house.contracts));
  });

  test('who-may.ts names no endpoint that is not there', () => {
    const names = house.contracts.map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(needed).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('the comparison finds', () => {
  const planted = (url: string, access: Access): AnyEndpoint =>
    endpoint({
      method: 'GET',
      url,
      access,
      summary: 'Planted.',
      ...(url.includes(':team') ? { params: teamParams } : {}),
      ...(url.includes(':school') ? { params: schoolParams } : {}),
      answer: z.object({}),
    });

  test('an endpoint that does not say who may come in: the server does not even start', async () => {
    await expect(faultsOf([planted('/teams/:team/people', undefined as never)])).rejects.toThrow(
      'does not say who may come in',
    );
    await expect(faultsOf([planted('/me', { of: 'everyone' })])).rejects.toThrow(
      'does not say who may come in',
    );
  });

  test('an endpoint that asks for what no feature has, or has of something else: the server does not even start', async () => {
    for (const faulty of [
      planted('/teams/:team/people', ofTeam('board.read')),
      planted('/teams/:team/people', ofTeam('school.read')),
      planted('/teams/:team/people', ofTeam('constructor')),
      planted('/schools/:school/people', ofSchool('team.read')),
    ])
      await expect(faultsOf([faulty])).rejects.toThrow('which no feature knows');
  });

  test('an endpoint that nobody has thought about', () => {
    expect(misdeclared([planted('/gossip', anyone)])).toEqual([
      'GET /gossip: who-may.ts does not say who may come in',
    ]);
  });

  test('an endpoint with a wrong capability', async () => {
    expect(misdeclared([planted('/teams/:team/people', ofTeam('team.describe'))])).toEqual([
      'GET /teams/:team/people: asks for team, should ask for people',
    ]);
    const faults = await faultsOf([planted('/teams/:team/people', ofTeam('team.describe'))]);
    const shut = (who: string, ...places: string[]) =>
      places.map((place) => `GET /teams/:team/people: ${who} in ${place} heard 404, should hear 200`);
    expect(faults).toEqual([
      ...shut('the school leader', 'Bovenbouw', 'Voorbereiding', 'Onderbouw', 'Kernteam'),
      ...shut('a leader who joins Bovenbouw', 'Bovenbouw', 'Voorbereiding', 'Onderbouw', 'Kernteam'),
      ...shut('a member of Voorbereiding', 'Voorbereiding'),
      ...shut('the leader of De Esdoorn', 'Leidteam'),
      ...shut('their school leader', 'Middenbouw'),
    ]);
    const open = await faultsOf([planted('/teams/:team/people', ofTeam('team.read'))]);
    expect(open).toContain('GET /teams/:team/people: an expert coach in Kernteam heard 200, should hear 404');
  });

  test('an endpoint about a team that is open to anyone', async () => {
    expect(misdeclared([planted('/teams/:team/people', anyone)])).toEqual([
      'GET /teams/:team/people: asks for anyone, should ask for people',
    ]);
    const faults = await faultsOf([planted('/teams/:team/people', anyone)]);
    expect(faults).toContain('GET /teams/:team/people: nobody in Middenbouw heard 200, should hear 401');
  });

  test('an endpoint of an access that no feature has a word for', () => {
    expect(misdeclared([planted('/me', { of: 'friends' })])).toEqual([
      'GET /me: asks for friends, which has no word, should ask for anyone',
    ]);
  });

  test('an endpoint about streams that is open to anyone', async () => {
    expect(misdeclared([planted('/snapshot', anyone)])).toEqual([
      'GET /snapshot: asks for anyone, should ask for signed in',
    ]);
    expect(await faultsOf([planted('/snapshot', anyone)])).toEqual(
      strangers.map((who) => `GET /snapshot: ${who} heard 200, should hear 401`),
    );
  });
});

describe('every command is done by whom the method lets do it', () => {
  const commandsIn = (kind: string): readonly (readonly [name: string, capability: string])[] =>
    Object.entries(house.definitions.get(kind)?.commands ?? {}).map(([name, { capability }]) => [
      name,
      capability,
    ]);
  const namesIn = (kind: string): readonly string[] => commandsIn(kind).map(([name]) => name);

  /** One of each capability, and ten of the others. */
  const sampledIn = (kind: string): readonly string[] => {
    const inOrder = commandsIn(kind).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const firsts = firstOfEach(inOrder, ([, capability]) => capability);
    return [...firsts, ...spread(inOrder.filter((one) => !firsts.includes(one)))].map(([name]) => name);
  };

  /** @returns a sentence for every command that asks for something else than its feature says; none of them is sent */
  const misdeclaredIn = (kind: string, asked = neededHere): string[] =>
    commandsIn(kind).flatMap(([name, capability]) => {
      const need = asked[name];
      if (need === undefined) return [`${name}: its feature does not say what it asks for`];
      const word = wordOfCapability(capability);
      return word === need ? [] : [`${name}: asks for ${word}, should ask for ${need}`];
    });
  /** What no object of ours has as a command, but every object has by nature. */
  const odd = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'session.start\u0000'];
  /** What is no command in streams of this kind; those of other kinds are none here either. */
  const unknownIn = (kind: string): readonly string[] => [
    ...odd,
    ...[...house.definitions.keys()].filter((other) => other !== kind).flatMap(sampledIn),
  ];

  /** Name -> what became of it, each without a payload: whoever may do it hears at most that it is not complete. */
  async function send(
    app: FastifyInstance,
    who: string,
    of: StreamOf,
  ): Promise<Map<string, string> | number> {
    const became = new Map<string, string>();
    const all = [...sampledIn(of.kind), ...unknownIn(of.kind)];
    const stream = streamText(community, of);
    for (let from = 0; from < all.length; from += 40) {
      const commands = all.slice(from, from + 40).map((name) => ({ id: newId(), stream, name, payload: {} }));
      const answer = await app.inject({
        method: 'POST',
        url: '/api/commands',
        headers: cookie(community.tokens[who] ?? null),
        payload: { commands },
      });
      if (answer.statusCode !== 200) return answer.statusCode;
      for (const [index, { id, ...result }] of answer.json().results.entries()) {
        // Nothing more is said of a stream that is not theirs, whatever was asked of it.
        if (result.refused === 'not-found') expect(result).toEqual({ refused: 'not-found' });
        expect(id).toBe(commands[index]?.id);
        became.set(commands[index]?.name ?? '', result.refused ?? 'done');
      }
    }
    return became;
  }

  /** @returns a sentence for everything that is not as who-may.ts has it */
  async function faultsIn(of: StreamOf, asked = neededHere): Promise<string[]> {
    const app = await house.http();
    const faults: string[] = [];
    const unknown = unknownIn(of.kind);
    expect(sampledIn(of.kind).length).toBeGreaterThan(0);
    for (const who of everybody) {
      const may = mayIn(who, of);
      const became = await send(app, who, of);
      if (typeof became === 'number') {
        if (may.length > 0 || !isStranger(who) || became !== 401) faults.push(`${who} heard ${became}`);
        continue;
      }
      if (isStranger(who)) faults.push(`${who} came in`);
      for (const name of [...sampledIn(of.kind), ...unknown]) {
        const heard = became.get(name) ?? 'nothing';
        if ((heard === 'not-found') === may.includes('read'))
          faults.push(`${who} asked for ${name}: ${heard}`);
        const need = unknown.includes(name) ? 'nobody' : asked[name];
        const isDone = !['unknown-command', 'not-found'].includes(heard);
        if (need !== undefined && isDone !== may.includes(need))
          faults.push(`${who} tried ${name}: ${heard}`);
      }
    }
    return faults;
  }

  test('each asks for what its feature says', () => {
    expect([...house.definitions.keys()].flatMap((kind) => misdeclaredIn(kind))).toEqual([]);
  });

  test.each<StreamOf>([
    ...streamsOfPlaces,
    { kind: 'person', name: 'a teacher of Bovenbouw' },
    { kind: 'person', name: 'their school leader' },
    { kind: 'person', name: 'somebody without a place' },
  ])('in the stream of $kind $name', async (of) => {
    expect(await faultsIn(of)).toEqual([]);
  });

  test('one that asks for less or more than it should is found', async () => {
    const tried = (capability: string): string =>
      sampledIn('team').find((name) =>
        commandsIn('team').some(([one, asks]) => one === name && asks === capability),
      ) ?? '';
    const [cheering, arranging] = [tried('board.takePart'), tried('board.arrange')];
    const other = { ...neededHere, [cheering]: 'manage', [arranging]: 'use' };
    expect(misdeclaredIn('team', other).toSorted()).toEqual(
      [
        `${arranging}: asks for arrange, should ask for use`,
        `${cheering}: asks for take, should ask for manage`,
      ].toSorted(),
    );
    const { [cheering]: _, ...unsaid } = neededHere;
    expect(misdeclaredIn('team', unsaid)).toEqual([`${cheering}: its feature does not say what it asks for`]);
    expect((await faultsIn({ kind: 'team', name: 'Bovenbouw' }, other)).toSorted()).toEqual(
      [
        `a teacher of Bovenbouw tried ${cheering}: invalid`,
        `the school leader tried ${cheering}: unknown-command`,
        `the screen of Bovenbouw tried ${arranging}: unknown-command`,
        `the screen of Bovenbouw tried ${cheering}: invalid`,
      ].toSorted(),
    );
    const lax = { ...neededHere, 'school.planted': 'read' };
    expect(await faultsIn({ kind: 'school', name: 'De Regenboog' }, lax)).toEqual([
      'a teacher of Middenbouw tried school.planted: unknown-command',
      'their expert coach tried school.planted: unknown-command',
      'their change coach tried school.planted: unknown-command',
      'the screen of Middenbouw tried school.planted: unknown-command',
    ]);
  });

  test('every command has a word, and every word its command', () => {
    const all = [...house.definitions.keys()].flatMap(namesIn);
    expect(all.sort()).toEqual(Object.keys(neededHere).sort());
  });

  test('a command for the server alone answers like one that does not exist', async () => {
    const app = await house.http();
    const payload = { id: newId(), personId: newId(), name: 'Sam', initials: 'S', place: 'member' };
    const ask = async (name: string) => {
      const id = newId();
      const stream = `team:${community.places.Bovenbouw}`;
      const answer = await app.inject({
        method: 'POST',
        url: '/api/commands',
        headers: cookie(community.tokens['a teacher of Bovenbouw'] ?? null),
        payload: { commands: [{ id, stream, name, payload }] },
      });
      return JSON.stringify(answer.json().results).replaceAll(name, 'NAME').replaceAll(id, 'ID');
    };
    expect(await ask('member.join')).toBe(await ask('member.juggle'));
    expect(await ask('member.join')).toContain('unknown-command');
  });

  test('and so it does to somebody who might do everything', async () => {
    const school = community.places['De Linde'];
    const seats: Seats = async (ref) => ({
      ref,
      school,
      person: null,
      member: null,
      isInside: true,
      may: () => true,
    });
    const caller = { sessionId: newId(), personId: null, seats, seatsNow: async () => seats };
    const stream = { kind: 'team', id: community.places.Bovenbouw };
    const internal = Object.entries(house.definitions.get('team')?.commands ?? {})
      .filter(([, { capability }]) => capability === 'internal')
      .map(([name]) => ({ id: newId(), stream, name, payload: {} }));
    expect(internal.length).toBeGreaterThan(1);
    expect(await new StreamDesk(house).run(internal, caller)).toEqual(
      internal.map(({ id, name }) => ({ id, refused: 'unknown-command', detail: { name } })),
    );
  });
});
