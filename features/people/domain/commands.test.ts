import { describe, expect, test } from 'vitest';
import { lise, rachid, sam, stranger, team, tom, yasmin } from '#features/people/testing';
import { changesOf } from '#packages/sync';
import { id, OpenStream, teamId } from '#packages/testing/stream';
import {
  currentGuests,
  currentMembers,
  currentPeople,
  isMember,
  isOver,
  newTeam,
  type PeopleRecords,
  type PeopleState,
  peopleCommands,
  peopleRecords,
  takesPart,
} from './index.ts';

const { put } = changesOf<PeopleRecords>();
const definition = { records: peopleRecords, commands: peopleCommands };
const open = (changes = team) =>
  new OpenStream<PeopleState, typeof peopleCommands>(definition, {
    changes,
    today: '2026-11-24',
    by: yasmin,
  });
const names = (state: PeopleState) => currentMembers(state).map((member) => member.name);

const described = { name: 'Tom Bos', initials: 'TB', workDays: [1, 2, 4], awayUntil: '2026-12-04' };

describe('P1 the team itself', () => {
  test('P1 done, and undone: name and colour', () => {
    const stream = open();
    expect(stream.do('team.describe', { name: ' Groep 7 en 8 ', accent: 'plum' })).toBe('done');
    expect(stream.state.team.get(teamId)).toMatchObject({
      name: 'Groep 7 en 8',
      accent: 'plum',
      kind: 'teachers',
    });
    expect(stream.undo()).toBe('done');
    expect(stream.state.team.get(teamId)).toMatchObject({ name: 'Bovenbouw', accent: 'teal' });
  });

  test('P1 refused when the team has gone', () => {
    expect(open([]).do('team.describe', { name: 'X', accent: 'teal' })).toBe('people.team-gone');
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ accent: 'pink' }, 'accent'],
  ])('P1 invalid %j', (change, field) => {
    expect(open().send({ name: 'team.describe', payload: { name: 'X', accent: 'teal', ...change } })).toBe(
      `invalid ${field}`,
    );
  });
});

describe('P2 coming in', () => {
  const noor = { id: id(21), personId: id(22), name: 'Noor', initials: 'No', place: 'member' } as const;

  test('P2 done: at school every day, here from today, last in the row', () => {
    const stream = open();
    expect(stream.do('member.join', noor)).toBe('done');
    expect(stream.state.member.get(noor.id)).toEqual({
      ...noor,
      workDays: [1, 2, 3, 4, 5],
      awayUntil: null,
      joinedOn: '2026-11-24',
      leftOn: null,
    });
    expect(names(stream.state)).toEqual(['Yasmin', 'Tom', 'Sam', 'Lise', 'Noor']);
  });

  test('P2 repeated: who is in already stays as they are', () => {
    const stream = open();
    expect(stream.do('member.join', { ...noor, personId: tom })).toBe('unchanged');
    expect(stream.state.member.get(tom)?.name).toBe('Tom');
  });

  test('P2 who comes back gets the old place, under the name it had, and is not away', () => {
    const stream = open();
    stream.do('member.describe', { ...described, memberId: tom });
    stream.do('member.leave', { memberId: tom });
    expect(stream.do('member.join', { ...noor, personId: tom })).toBe('done');
    expect(stream.state.member.get(tom)).toMatchObject({
      name: 'Tom Bos',
      workDays: [1, 2, 4],
      awayUntil: null,
      leftOn: null,
    });
    expect(stream.state.member.get(noor.id)).toBeUndefined();
  });

  test('P2 is for the server alone, and has no undo', () => {
    const stream = open();
    expect(peopleCommands['member.join'].capability).toBe('internal');
    stream.do('member.join', noor);
    expect(stream.undo()).toBe('no way back');
  });

  test.each([
    [{ initials: 'ABCD' }, 'initials'],
    [{ initials: '' }, 'initials'],
    [{ name: '' }, 'name'],
    [{ personId: 'x' }, 'personId'],
  ])('P2 invalid %j', (change, field) => {
    expect(open().send({ name: 'member.join', payload: { ...noor, ...change } })).toBe(`invalid ${field}`);
  });
});

describe('P17 joining in without being of the team', () => {
  const marleen = { id: id(31), personId: id(32), name: 'Marleen', initials: 'Ma', place: 'guest' } as const;
  const noor = { id: id(21), personId: marleen.personId, name: 'Noor', initials: 'No' } as const;

  test('P17 done: named at the board, not among the members', () => {
    const stream = open();
    expect(stream.do('member.join', marleen)).toBe('done');
    expect(names(stream.state)).not.toContain('Marleen');
    expect(currentGuests(stream.state).map(({ name }) => name)).toEqual(['Marleen']);
    expect(currentPeople(stream.state).at(-1)?.name).toBe('Marleen');
    expect([isMember(stream.state, marleen.id), takesPart(stream.state, marleen.id)]).toEqual([false, true]);
  });

  test('P17 a member stays one, whatever role asks them in', () => {
    const stream = open();
    expect(stream.do('member.join', { ...marleen, personId: tom })).toBe('unchanged');
    expect(isMember(stream.state, tom)).toBe(true);
  });

  test('P17 a guest who becomes a member is one from that day, and comes last in the row', () => {
    const stream = open();
    stream.do('member.join', marleen);
    stream.today = '2026-12-01';
    expect(stream.do('member.join', { ...noor, place: 'member' })).toBe('done');
    expect(stream.state.member.get(marleen.id)).toMatchObject({
      name: 'Marleen',
      place: 'member',
      joinedOn: '2026-12-01',
    });
    expect(names(stream.state).at(-1)).toBe('Marleen');
  });

  test('P17 a guest who comes to coach the team is its coach; the same again changes nothing', () => {
    const stream = open();
    stream.do('member.join', marleen);
    expect(stream.do('member.join', { ...noor, place: 'coach' })).toBe('done');
    expect(stream.do('member.join', { ...noor, place: 'coach' })).toBe('unchanged');
    expect(stream.state.member.get(marleen.id)?.place).toBe('coach');
  });

  test('P17 who left and comes back, comes as what they are now', () => {
    const stream = open();
    stream.do('member.leave', { memberId: tom });
    stream.do('member.join', { ...marleen, personId: tom });
    expect([isMember(stream.state, tom), takesPart(stream.state, tom)]).toEqual([false, true]);
    stream.do('member.leave', { memberId: tom });
    expect(takesPart(stream.state, tom)).toBe(false);
  });
});

describe('P19 a second board', () => {
  const boardId = id(70);

  test('P19 is known to the first once; the same again, or another, changes nothing', () => {
    const stream = open();
    expect(stream.do('team.secondBoard', { boardId })).toBe('done');
    expect(stream.state.team.get(teamId)?.organisationalBoardId).toBe(boardId);
    expect(stream.do('team.secondBoard', { boardId: id(71) })).toBe('unchanged');
    for (const name of ['team.secondBoard', 'team.mirror'] as const)
      expect(peopleCommands[name].capability).toBe('internal');
  });

  test('P19 shows the team as it is on the first: only what differs is written', () => {
    const [first, second] = [open(), open()];
    first.do('team.describe', { name: 'Groep 6-8', accent: 'plum' });
    first.do('member.leave', { memberId: sam });
    const { name, accent, theme, endsOn } = first.state.team.get(teamId) ?? {};
    const payload = { name, accent, theme, endsOn, members: first.state.member.all() };
    expect(second.send({ name: 'team.mirror', payload })).toBe('done');
    expect(second.state).toEqual(first.state);
    expect(second.send({ name: 'team.mirror', payload })).toBe('unchanged');
  });
});

describe('P20 what a preparation team prepares', () => {
  const preparing = () =>
    open([
      put('team', {
        ...newTeam({ id: teamId, name: 'Voorbereiding', kind: 'preparation', accent: 'moss' }),
        theme: 'Rekenen',
        endsOn: '2026-12-18',
      }),
    ]);

  test('P20 done, and taken back', () => {
    const stream = preparing();
    expect(stream.do('team.prepare', { theme: 'Begrijpend lezen', endsOn: '2027-02-12' })).toBe('done');
    expect(stream.state.team.get(teamId)).toMatchObject({ theme: 'Begrijpend lezen', endsOn: '2027-02-12' });
    expect(stream.undo()).toBe('done');
    expect(stream.state.team.get(teamId)).toMatchObject({ theme: 'Rekenen', endsOn: '2026-12-18' });
  });

  test('P20 is over the day after its last', () => {
    const team = preparing().state.team.get(teamId);
    if (!team) throw new Error('no team');
    expect(['2026-12-17', '2026-12-18', '2026-12-19'].map((day) => isOver(team, day))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isOver(newTeam({ id: teamId, name: 'X', kind: 'teachers', accent: 'teal' }), '2099-01-01')).toBe(
      false,
    );
  });

  test('P20 no other kind of team prepares one', () => {
    expect(open().do('team.prepare', { theme: 'Rekenen', endsOn: '2026-12-18' })).toBe(
      'people.prepares-nothing',
    );
  });

  test.each([
    [{ theme: '' }, 'theme'],
    [{ theme: 'x'.repeat(81) }, 'theme'],
    [{ endsOn: 'kerst' }, 'endsOn'],
    [{ endsOn: null }, 'endsOn'],
  ])('P20 invalid %j', (change, field) => {
    const payload = { theme: 'Rekenen', endsOn: '2026-12-18', ...change };
    expect(preparing().send({ name: 'team.prepare', payload })).toBe(`invalid ${field}`);
  });
});

describe('P3 leaving', () => {
  test('P3 done: gone from the row, the name stays beside what was done', () => {
    const stream = open();
    expect(stream.do('member.leave', { memberId: sam })).toBe('done');
    expect(names(stream.state)).toEqual(['Yasmin', 'Tom', 'Lise']);
    expect(stream.state.member.get(sam)).toMatchObject({ name: 'Sam', leftOn: '2026-11-24' });
  });

  test('P3 repeated: the first day of being gone stays', () => {
    const stream = open();
    expect(stream.do('member.leave', { memberId: rachid })).toBe('unchanged');
    expect(stream.state.member.get(rachid)?.leftOn).toBe('2026-10-16');
  });

  test('P3 refused for a stranger; invalid without an id', () => {
    expect(open().do('member.leave', { memberId: stranger })).toBe('people.member-gone');
    expect(open().send({ name: 'member.leave', payload: {} })).toBe('invalid memberId');
  });
});

describe('P4 working days and absence', () => {
  test('P4 done by a colleague, and undone', () => {
    const stream = open();
    const before = stream.state.member.get(tom);
    expect(stream.do('member.describe', { ...described, memberId: tom })).toBe('done');
    expect(stream.state.member.get(tom)).toMatchObject(described);
    expect(stream.undo()).toBe('done');
    expect(stream.state.member.get(tom)).toEqual(before);
  });

  test('P4 days are kept once each and in order', () => {
    const stream = open();
    stream.do('member.describe', { ...described, memberId: lise, workDays: [5, 1, 5, 3] });
    expect(stream.state.member.get(lise)?.workDays).toEqual([1, 3, 5]);
  });

  test('P4 refused for somebody who left or never was here', () => {
    expect(open().do('member.describe', { ...described, memberId: rachid })).toBe('people.member-gone');
    expect(open().do('member.describe', { ...described, memberId: stranger })).toBe('people.member-gone');
  });

  test.each([
    [{ workDays: [0] }, 'workDays.0'],
    [{ workDays: [8] }, 'workDays.0'],
    [{ workDays: [1, 2, 3, 4, 5, 6, 7, 1] }, 'workDays'],
    [{ awayUntil: 'morgen' }, 'awayUntil'],
    [{ awayUntil: '2026-02-30' }, 'awayUntil'],
  ])('P4 invalid %j', (change, field) => {
    expect(
      open().send({ name: 'member.describe', payload: { ...described, memberId: tom, ...change } }),
    ).toBe(`invalid ${field}`);
  });
});
