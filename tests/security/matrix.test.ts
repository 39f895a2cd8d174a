import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { teamStream } from '#features/board/domain';
import { anyone, ofTeam, teamParams } from '#features/people/domain';
import { type Access, type AnyEndpoint, endpoint } from '#packages/http';
import { type Implementation, implement } from '#packages/http/server';
import { newId } from '#packages/kernel';
import { type Community, settle } from './community.ts';
import { cookie, House, hear } from './house.ts';
import { needed, neededForCommand, type Place, schools, strangers, teams, whoMay } from './who-may.ts';

/** Every endpoint and every command, tried by everybody at every place, compared with who-may.ts. */

let house: House;
let community: Community;
beforeAll(async () => {
  house = await House.open();
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

/** @returns a sentence for everything that is not as who-may.ts has it */
async function faultsOf(contracts: readonly AnyEndpoint[]): Promise<string[]> {
  const app = await house.http({ endpoints: contracts.map(door) });
  const faults: string[] = [];
  for (const { method, url } of contracts) {
    const name = `${method} ${url}`;
    const need = needed[name];
    if (need === undefined) {
      faults.push(`${name}: who-may.ts does not say who may come in`);
      continue;
    }
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
      url: `/api${url.replace(/:(team|school)\b/, place).replace(/:\w+/g, newId())}`,
      headers: cookie(community.tokens[who] ?? null),
      remoteAddress: `10.0.0.${everybody.indexOf(who) + 1}`,
    });
  const kind = /:(team|school)\b/.exec(url)?.[1];
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
  test('and to everybody else it is not there', async () => {
    expect(house.contracts.length).toBeGreaterThan(35);
    expect(await faultsOf(house.contracts)).toEqual([]);
  }, 60_000);

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

  test('an endpoint that nobody has thought about', async () => {
    expect(await faultsOf([planted('/gossip', anyone)])).toEqual([
      'GET /gossip: who-may.ts does not say who may come in',
    ]);
  });

  test('an endpoint with a wrong capability', async () => {
    const faults = await faultsOf([planted('/teams/:team/people', ofTeam('board.read'))]);
    expect(faults).toEqual([
      'GET /teams/:team/people: an expert coach in Kernteam heard 200, should hear 404',
      'GET /teams/:team/people: a change coach in Kernteam heard 200, should hear 404',
      'GET /teams/:team/people: the screen of Bovenbouw in Bovenbouw heard 200, should hear 404',
      'GET /teams/:team/people: the screen of Onderbouw in Onderbouw heard 200, should hear 404',
      'GET /teams/:team/people: the screen of Middenbouw in Middenbouw heard 200, should hear 404',
    ]);
  });

  test('an endpoint about a team that is open to anyone', async () => {
    const faults = await faultsOf([planted('/teams/:team/board', anyone)]);
    expect(faults).toContain('GET /teams/:team/board: nobody in Middenbouw heard 200, should hear 401');
  });
});

describe('every command is done by whom the method lets do it', () => {
  const names = Object.keys(teamStream.commands);
  /** What no object of ours has as a command, but every object has by nature. */
  const odd = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'session.start\u0000'];

  /** Name -> what became of it, each without a payload: whoever may do it hears at most that it is not complete. */
  async function send(
    app: FastifyInstance,
    who: string,
    team: string,
  ): Promise<Map<string, string> | number> {
    const became = new Map<string, string>();
    const all = [...names, ...odd];
    for (let from = 0; from < all.length; from += 40) {
      const commands = all.slice(from, from + 40).map((name) => ({ id: newId(), name, payload: {} }));
      const answer = await app.inject({
        method: 'POST',
        url: `/api/teams/${team}/commands`,
        headers: cookie(community.tokens[who] ?? null),
        payload: { commands },
      });
      if (answer.statusCode !== 200) return answer.statusCode;
      for (const [index, result] of answer.json().results.entries())
        became.set(commands[index]?.name ?? '', result.refused ?? 'done');
    }
    return became;
  }

  /** @returns a sentence for everything that is not as who-may.ts has it */
  async function faultsIn(
    place: (typeof teams)[number],
    asked: Readonly<Record<string, string>> = neededForCommand,
  ): Promise<string[]> {
    const app = await house.http();
    const faults: string[] = [];
    for (const who of everybody) {
      const may = whoMay[who]?.[place] ?? [];
      const became = await send(app, who, community.places[place]);
      if (typeof became === 'number') {
        if (may.length > 0 || became !== (isStranger(who) ? 401 : 404)) faults.push(`${who} heard ${became}`);
        continue;
      }
      if (!may.includes('read')) faults.push(`${who} came in`);
      for (const name of [...names, ...odd]) {
        const need = odd.includes(name) ? 'nobody' : (asked[name] ?? 'use');
        const isDone = became.get(name) !== 'unknown-command';
        if (isDone !== may.includes(need)) faults.push(`${who} tried ${name}: ${became.get(name)}`);
      }
    }
    return faults;
  }

  test.each(teams)('in %s', async (place) => {
    expect(await faultsIn(place)).toEqual([]);
  });

  test('one that asks for less or more than it should is found', async () => {
    const other = { ...neededForCommand, 'success.cheer': 'manage', 'board.hidePart': 'use' };
    expect(names).toEqual(expect.arrayContaining(Object.keys(other)));
    expect(await faultsIn('Bovenbouw', other)).toEqual([
      'the school leader tried success.cheer: unknown-command',
      'the screen of Bovenbouw tried board.hidePart: unknown-command',
      'the screen of Bovenbouw tried success.cheer: invalid',
    ]);
  });

  test('a command for the server alone answers like one that does not exist', async () => {
    const app = await house.http();
    const payload = { id: newId(), personId: newId(), name: 'Sam', initials: 'S' };
    const ask = async (name: string) => {
      const id = newId();
      const answer = await app.inject({
        method: 'POST',
        url: `/api/teams/${community.places.Bovenbouw}/commands`,
        headers: cookie(community.tokens['a teacher of Bovenbouw'] ?? null),
        payload: { commands: [{ id, name, payload }] },
      });
      return JSON.stringify(answer.json().results).replaceAll(name, 'NAME').replaceAll(id, 'ID');
    };
    expect(await ask('member.join')).toBe(await ask('member.juggle'));
  });
});
