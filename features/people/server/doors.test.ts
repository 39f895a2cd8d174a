import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationEndpoints, peopleEndpoints } from '#features/people/server';
import { type Browser, makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

/** Every endpoint of this feature, tried by everybody who has no business there. Made from the list, so none is forgotten. */

let world: World;
let strangers: Record<string, Browser>;
beforeAll(async () => {
  world = await makeWorld();
  const nobodyYet = await world.person('Kim Jansen');
  const governor = await world.person('Guus Bestuur');
  await world.giveOver(governor, {
    role: 'governing-body',
    over: 'body',
    overId: world.body,
    schoolId: null,
  });
  strangers = {
    'a leader of another school': await world.as(world.vera),
    'somebody without a place': await world.as(nobodyYet),
    'a governing body member': await world.as(governor),
  };
});
afterAll(() => world.end());

const list = () =>
  [...peopleEndpoints(world.parts), ...demonstrationEndpoints(world.parts)].map(({ endpoint }) => endpoint);

const urlOf = (url: string) =>
  url.replace(/:(\w+)/g, (_, name: string) =>
    name === 'team' ? world.team : name === 'school' ? world.school : newId(),
  );

describe('every endpoint', () => {
  test('about a team or a school is not there for strangers, and asks nobody in', async () => {
    const guarded = list().filter(({ access }) => access.of === 'team' || access.of === 'school');
    expect(guarded.length).toBeGreaterThan(12);
    for (const { method, url } of guarded) {
      const name = `${method} ${url}`;
      expect((await world.browser().call(method, urlOf(url), {})).refused, `${name} by nobody`).toBe(
        'sign-in-first',
      );
      for (const [who, browser] of Object.entries(strangers)) {
        expect((await browser.call(method, urlOf(url), {})).refused, `${name} by ${who}`).toBe('not-found');
        const absent = url.replace(/:\w+/g, () => newId());
        expect((await browser.call(method, absent, {})).refused, `${name}, absent, by ${who}`).toBe(
          'not-found',
        );
      }
    }
  });

  test('about oneself asks nobody in', async () => {
    for (const { method, url } of list().filter(({ access }) => access.of === 'person')) {
      expect((await world.browser().call(method, urlOf(url), {})).refused, `${method} ${url}`).toBe(
        'sign-in-first',
      );
    }
  });

  test('open to anybody that takes a secret, or writes something, counts its calls per address', () => {
    const open = list().filter(
      ({ access, method, url }) =>
        access.of === 'anyone' && method !== 'GET' && !url.startsWith('/demonstration'),
    );
    const uncounted = open.filter((route) => route.callsPerMinute === undefined).map((route) => route.url);
    expect(uncounted).toEqual(['/sign-out']);
  });

  test('is named once', () => {
    const names = list().map(({ method, url }) => `${method} ${url.replace(/:\w+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
