import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Capabilities, own, rightsOf, within } from '#features/people/domain';
import { definitions, rights } from '../../apps/features.ts';
import { type Community, settle } from './community.ts';
import { House } from './house.ts';
import { needed, neededForCommand, type Place, schools, teams, whoMay, wordOf } from './who-may.ts';

/** The table of who may what, as the features together make it, asked about everybody at every place: who-may.ts says what it should answer. */

let house: House;
let community: Community;
beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
});
afterAll(() => house.close());

/** @returns a sentence for everything that is not as who-may.ts has it */
async function faultsOf({ can, capabilities } = rights): Promise<string[]> {
  const faults: string[] = [];
  for (const name of capabilities.keys())
    if (wordOf[name] === undefined) faults.push(`${name}: its feature does not say what it is called`);
  for (const who of Object.keys(whoMay)) {
    const actor = (await house.sessions.whoIs(community.tokens[who] ?? null))?.actor ?? null;
    for (const place of [...teams, ...schools] as Place[]) {
      const kind = (schools as readonly string[]).includes(place) ? 'school' : 'team';
      // As the server finds it; what this actor has no sight of, somebody else has.
      const thing = await house.find[kind](
        { kind: 'display', displayId: '', teamId: '', schoolId: schoolOf(place) },
        community.places[place],
      );
      if (!thing) throw new Error(`${place} is not there`);
      for (const [name, { of }] of capabilities) {
        if (of !== kind) continue;
        const should = whoMay[who]?.[place]?.includes(wordOf[name] ?? '') ?? false;
        if (can(actor, name, thing) !== should)
          faults.push(`${who} ${should ? 'should' : 'should not'} have ${name} in ${place}`);
      }
    }
  }
  return faults;
}

const schoolOf = (place: Place): string =>
  (schools as readonly string[]).includes(place) ? community.places[place] : community.schoolOf(place);

describe('who may what', () => {
  test('is for everybody, everywhere and for every capability as who-may.ts has it', async () => {
    expect(rights.capabilities.size).toBeGreaterThan(15);
    expect(await faultsOf()).toEqual([]);
  });

  test('every command asks for one of them, or is for the server itself', () => {
    for (const kind of ['team', 'school']) {
      const asked = Object.values(definitions.get(kind)?.commands ?? {}).map(({ capability }) => capability);
      expect(asked.length).toBeGreaterThan(3);
      expect(
        asked.filter((name) => name !== 'internal' && rights.capabilities.get(name)?.of !== kind),
      ).toEqual([]);
    }
  });

  test('to read a stream, and what in it is for members only, asks for one of them', () => {
    for (const kind of ['team', 'school'])
      for (const name of [definitions.get(kind)?.read, definitions.get(kind)?.inside])
        expect([kind, rights.capabilities.get(name ?? '')?.of]).toEqual([kind, kind]);
  });

  test('no feature has a word for a capability that there is not', () => {
    expect(Object.keys(wordOf).filter((name) => !rights.capabilities.has(name))).toEqual([]);
  });

  test('every word that a feature uses is one of the table', () => {
    const inTable = Object.values(whoMay).flatMap((places) => Object.values(places).flat());
    const known = new Set([...inTable, 'anyone', 'signed in', 'somebody', 'nobody']);
    const used = [wordOf, needed, neededForCommand].flatMap((words) => Object.values(words));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((word) => !known.has(word))).toEqual([]);
  });

  test('a row that lets in one more is found, and so is a capability that nobody has thought about', async () => {
    const all: Capabilities = Object.fromEntries(rights.capabilities);
    const wider: Capabilities = {
      ...all,
      'goals.set': { of: 'team', may: [...(all['goals.set']?.may ?? []), ...within('school-leader')] },
      'gossip.spread': { of: 'team', may: own('member') },
    };
    const faults = await faultsOf(rightsOf([wider]));
    expect(faults).toContain('gossip.spread: its feature does not say what it is called');
    expect(faults).toContain('the school leader should not have goals.set in Bovenbouw');
    expect(faults).toContain('a teacher of Bovenbouw should not have gossip.spread in Bovenbouw');
  });

  test('a row that is missing is found', async () => {
    const all: Capabilities = Object.fromEntries(rights.capabilities);
    const narrower: Capabilities = { ...all, 'board.use': { of: 'team', may: own('member') } };
    expect(await faultsOf(rightsOf([narrower]))).toContain(
      'the screen of Bovenbouw should have board.use in Bovenbouw',
    );
  });
});
