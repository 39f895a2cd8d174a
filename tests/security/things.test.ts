import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#packages/kernel';
import { type Community, settle } from './community.ts';
import { cookie, House, hear } from './house.ts';

/** Who may come in at their own place, and there names a thing that belongs to another place or person. */

let house: House;
let community: Community;
let app: FastifyInstance;
beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  app = await house.http();
});
afterAll(() => house.close());

const token = (who: string) => community.tokens[who] ?? null;
const place = (name: keyof Community['places']) => community.places[name];
const idIn = async (table: string, where: string): Promise<string> =>
  String((await house.owner.unsafe(`select id from ${table} where ${where} limit 1`))[0]?.id);

/** Streams that nobody follows are read anew by whoever asks next. */
const forgetful = () => house.streams.missed();

/** Everything of one kind, as the database has it. */
const all = (table: string) => house.owner.unsafe(`select to_jsonb(t) as row from ${table} t order by id`);

async function invitationOf(team: 'Onderbouw' | 'Middenbouw'): Promise<string> {
  const email = `nieuw.${team.toLowerCase()}@school.example`;
  await app.inject({
    method: 'POST',
    url: `/api/teams/${place(team)}/invitations`,
    headers: cookie(token(team === 'Middenbouw' ? 'their school coach' : `the school coach of ${team}`)),
    payload: { people: [{ email }] },
  });
  return idIn('invitation', `email = '${email}'`);
}

async function roleInvitationElsewhere(): Promise<string> {
  await app.inject({
    method: 'POST',
    url: `/api/schools/${place('De Regenboog')}/invitations`,
    headers: cookie(token('their school leader')),
    payload: { email: 'coach@elders.example', role: 'expert-coach' },
  });
  return idIn('invitation', `email = 'coach@elders.example'`);
}

const ofTeam = (team: 'Onderbouw' | 'Middenbouw') => `team_id = '${place(team)}'`;

async function endedSessionOf(team: 'Onderbouw' | 'Middenbouw'): Promise<string> {
  const school = place(team === 'Middenbouw' ? 'De Regenboog' : 'De Linde');
  const [id, leaderId] = [newId(), await idIn('member', ofTeam(team))];
  await house.command(school, place(team), { name: 'session.start', payload: { id, leaderId } });
  await house.command(school, place(team), { name: 'session.close', payload: { sessionId: id } });
  return idIn('board_session', `${ofTeam(team)} and ended_at is not null`);
}

type Case = {
  who: string;
  method: 'DELETE' | 'GET' | 'PUT';
  table: string;
  url: (id: string) => string;
  others: () => Promise<Record<string, string>>;
};

const cases: Record<string, Case> = {
  'a screen': {
    who: 'a teacher of Bovenbouw',
    method: 'DELETE',
    table: 'display',
    url: (id) => `/api/teams/${place('Bovenbouw')}/displays/${id}`,
    others: async () => ({
      'of another team': await idIn('display', ofTeam('Onderbouw')),
      'of another school': await idIn('display', ofTeam('Middenbouw')),
    }),
  },
  'the name of a screen': {
    who: 'a teacher of Bovenbouw',
    method: 'PUT',
    table: 'display',
    url: (id) => `/api/teams/${place('Bovenbouw')}/displays/${id}`,
    others: async () => ({
      'of another team': await idIn('display', ofTeam('Onderbouw')),
      'of another school': await idIn('display', ofTeam('Middenbouw')),
    }),
  },
  'a member': {
    who: 'the school coach of Bovenbouw',
    method: 'DELETE',
    table: 'member',
    url: (id) => `/api/teams/${place('Bovenbouw')}/members/${id}`,
    others: async () => ({
      'of another team': await idIn('member', ofTeam('Onderbouw')),
      'of another school': await idIn('member', ofTeam('Middenbouw')),
    }),
  },
  'an invitation': {
    who: 'the school coach of Bovenbouw',
    method: 'DELETE',
    table: 'invitation',
    url: (id) => `/api/teams/${place('Bovenbouw')}/invitations/${id}`,
    others: async () => ({
      'of another team': await invitationOf('Onderbouw'),
      'of another school': await invitationOf('Middenbouw'),
      'to a role in another school': await roleInvitationElsewhere(),
    }),
  },
  'an invitation to a role': {
    who: 'the school leader',
    method: 'DELETE',
    table: 'invitation',
    url: (id) => `/api/schools/${place('De Linde')}/invitations/${id}`,
    others: async () => ({
      'of another school': await roleInvitationElsewhere(),
      'to a team of another school': await invitationOf('Middenbouw'),
    }),
  },
  'a role': {
    who: 'the school leader',
    method: 'DELETE',
    table: 'scope_grant',
    url: (id) => `/api/schools/${place('De Linde')}/roles/${id}`,
    others: async () => ({
      'of another school': await idIn(
        'scope_grant',
        `school_id = '${place('De Regenboog')}' and role = 'expert-coach'`,
      ),
    }),
  },
  'the summary of a board session': {
    who: 'a teacher of Bovenbouw',
    method: 'GET',
    table: 'board_session',
    url: (id) => `/api/teams/${place('Bovenbouw')}/board-sessions/${id}/pdf`,
    others: async () => ({
      'of another team': await endedSessionOf('Onderbouw'),
      'of another school': await endedSessionOf('Middenbouw'),
    }),
  },
  'a session': {
    who: 'a teacher of Bovenbouw',
    method: 'DELETE',
    table: 'web_session',
    url: (id) => `/api/me/sessions/${id}`,
    others: async () => ({
      'of somebody else': (await house.sessions.whoIs(token('the school leader')))?.sessionId ?? '',
      'of a screen': (await house.sessions.whoIs(token('the screen of Bovenbouw')))?.sessionId ?? '',
      'that has ended': await idIn('web_session', 'revoked_at is not null'),
    }),
  },
};

test.each(Object.entries(cases))(
  '%s of somebody else is not there, and stays as it was',
  async (_, { who, method, table, url, others }) => {
    const knock = async (id: string) => {
      const request = { method, url: url(id), headers: cookie(token(who)) };
      const more = { PUT: { payload: { name: 'x' } }, GET: { query: { language: 'nl' } }, DELETE: {} };
      const answer = await hear(app, { ...request, ...more[method] });
      const { requestId: __, ...heard } = answer;
      return heard;
    };
    const things = { ...(await others()), 'without a proper id': 'x', 'called __proto__': '__proto__' };
    const before = await all(table);
    const absent = await knock(newId());
    expect([absent.status, absent.text]).toEqual([404, '{"refused":"not-found"}']);
    for (const [what, id] of Object.entries(things)) expect([what, await knock(id)]).toEqual([what, absent]);
    expect(await all(table)).toEqual(before);
  },
);

test('every endpoint that names a thing is tried here', () => {
  const tried = Object.values(cases).map(({ method, url }) => `${method} ${url(':id')}`);
  const named = house.contracts
    .filter(({ url }) => (url.match(/:\w+/g) ?? []).length > 1 || /^\/me\/.*:/.test(url))
    .map(({ method, url }) =>
      `${method} /api${url}`
        .replace(':team', place('Bovenbouw'))
        .replace(':school', place('De Linde'))
        .replace(/:\w+(?=\/pdf$|$)/, ':id'),
    );
  expect(tried.sort()).toEqual(named.sort());
});

test('a record of another team is not there for a command', async () => {
  const made = newId();
  await house.command(place('De Linde'), place('Onderbouw'), {
    name: 'success.add',
    payload: { id: made, text: 'van de onderbouw', byId: null, aboutId: null, goalId: null },
  });
  const send = async (successId: string) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands',
      headers: cookie(token('a teacher of Bovenbouw')),
      payload: {
        commands: [
          {
            id: newId(),
            stream: `team:${place('Bovenbouw')}`,
            name: 'success.remove',
            payload: { successId },
          },
        ],
      },
    });
    const { id: __, ...result } = answer.json().results[0];
    return result;
  };
  expect(await send(made)).toEqual(await send(newId()));
  const board = await house.standing(place('De Linde'), place('Onderbouw'));
  expect(board.state.success?.get(made)).toMatchObject({ removedAt: null });
});

describe('the archive', () => {
  /** An answer to a teacher of Bovenbouw, with the stream and the record that they named left out. */
  const ask = async (stream: string, query: string) => {
    const url = `/api/streams/${stream}/archive?${query}`;
    const { requestId: _, ...heard } = await hear(app, {
      url,
      headers: cookie(token('a teacher of Bovenbouw')),
    });
    return heard;
  };
  const own = () => `team:${place('Bovenbouw')}`;

  async function archivedIn(team: 'Bovenbouw' | 'Onderbouw' | 'Middenbouw'): Promise<string> {
    const id = newId();
    const payload = { id, text: `bewaard in ${team}`, byId: null, aboutId: null, goalId: null };
    await house.command(community.schoolOf(team), place(team), { name: 'success.add', payload });
    await house.owner`update success set archived = true where id = ${id}`;
    return id;
  }

  test('of another team or school is not there, whatever is asked of it', async () => {
    const [near, far] = [await archivedIn('Onderbouw'), await archivedIn('Middenbouw')];
    for (const query of [
      'kind=success',
      `kind=success&ids=${near},${far}`,
      `kind=success&before=${newId()}`,
      'kind=x',
    ]) {
      const absent = await ask(`team:${newId()}`, query);
      expect([absent.status, absent.text]).toEqual([404, '{"refused":"not-found"}']);
      for (const stream of [
        `team:${place('Onderbouw')}`,
        `team:${place('Middenbouw')}`,
        `school:${place('De Regenboog')}`,
        `person:${community.people['the school leader']}`,
        `garden:${newId()}`,
        `constructor:${place('Bovenbouw')}`,
        `school:${place('Bovenbouw')}`,
        `team:${place('De Linde')}`,
        'team:',
        '__proto__',
      ])
        expect([stream, await ask(stream, query)]).toEqual([stream, absent]);
    }
  });

  test('of the own team tells nothing by the ids of another', async () => {
    const mine = await archivedIn('Bovenbouw');
    const others = [await archivedIn('Onderbouw'), await archivedIn('Middenbouw'), newId()];
    const recordsOf = async (query: string) => {
      const heard = await ask(own(), query);
      expect([query, heard.status]).toEqual([query, 200]);
      return (JSON.parse(heard.text) as { records: { id: string }[] }).records.map(({ id }) => id);
    };
    expect(await recordsOf('kind=success')).toEqual([mine]);
    expect(await recordsOf(`kind=success&ids=${[...others, mine].join(',')}`)).toEqual([mine]);
    for (const id of others) expect(await recordsOf(`kind=success&ids=${id}`)).toEqual([]);
    // A place to begin may be named by whoever knows the id; what follows is the own team's.
    for (const id of others) expect(await recordsOf(`kind=success&before=${id}`)).toEqual([mine]);
    for (const kind of ['scope_grant', 'display', 'web_session', 'constructor', 'success;', ''])
      expect(await recordsOf(`kind=${encodeURIComponent(kind)}`)).toEqual([]);
  });

  test('gives no kind of record that does not belong to the stream', async () => {
    for (const stream of [
      `school:${place('De Linde')}`,
      `person:${community.people['a teacher of Bovenbouw']}`,
    ])
      expect(await ask(stream, 'kind=success')).toMatchObject({ status: 200, text: '{"records":[]}' });
  });
});

/** S13: what has left the working set is kept as it was; a command cannot see it, and must not write over it. */
describe('a record of the archive', () => {
  const send = async (who: string, name: string, payload: object) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands',
      headers: cookie(token(who)),
      payload: { commands: [{ id: newId(), stream: `team:${place('Bovenbouw')}`, name, payload }] },
    });
    const { id: _, ...result } = answer.json().results[0];
    return result;
  };
  const startAgain = async (sessionId: string) => {
    const [leader] = await house.owner`select id from member where team_id = ${place('Bovenbouw')} limit 1`;
    return send('a teacher of Bovenbouw', 'session.start', { id: sessionId, leaderId: leader?.id });
  };

  test.each([
    ['a success', 'success', 'a leader who joins Bovenbouw', 'success.add'],
    ['a parked subject', 'parked_topic', 'a leader who joins Bovenbouw', 'parked.add'],
  ])('is not written over by one of the same id: %s', async (_, table, who, name) => {
    const id = newId();
    const payload = (text: string) =>
      name === 'success.add'
        ? { id, text, byId: null, aboutId: null, goalId: null }
        : { id, text, byId: null, goalId: null, actionId: null };
    await house.command(place('De Linde'), place('Bovenbouw'), { name, payload: payload('van toen') });
    // As a server finds it that begins after the record had left.
    await house.owner.unsafe(`update ${table} set archived = true where id = '${id}'`);
    forgetful();
    const before = await all(table);
    expect(await send(who, name, payload('van nu'))).toEqual({
      refused: 'invalid',
      detail: { field: 'id', code: 'taken' },
    });
    expect(await all(table)).toEqual(before);
    // And nothing of it is in the way of what comes next.
    expect(await send(who, name, { ...payload('van nu'), id: newId() })).toEqual({ seq: expect.any(Number) });
  });

  test('is not written over by one of the same id: a session with its summary', async () => {
    const id = newId();
    expect(await startAgain(id)).toEqual({ seq: expect.any(Number) });
    expect(await send('a teacher of Bovenbouw', 'session.close', { sessionId: id })).toEqual({
      seq: expect.any(Number),
    });
    await house.owner`update board_session set archived = true where id = ${id}`;
    forgetful();
    const before = await all('board_session');
    expect(await startAgain(id)).toEqual({ refused: 'invalid', detail: { field: 'id', code: 'taken' } });
    expect(await all('board_session')).toEqual(before);
  });
});
