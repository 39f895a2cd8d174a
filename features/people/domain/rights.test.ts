import { describe, expect, test } from 'vitest';
import {
  type Actor,
  above,
  beside,
  type Grant,
  type Holder,
  leadTeamsWithin,
  newTeam,
  own,
  ownWhereOpen,
  type PlaceAtBoard,
  type Reach,
  type Row,
  rightsOf,
  roleIsOver,
  roles,
  type SchoolThing,
  type TeamThing,
  type Thing,
  teamIn,
  teamKinds,
  within,
} from './index.ts';

/** How far a row of the table reaches. Which rows there are: tests/security/who-may.ts, by hand, against what features add. */

const today = '2026-11-24';

const linde: SchoolThing = {
  of: 'school',
  schoolId: 'linde',
  bodyId: 'body',
  regionId: 'north',
  programmeId: 'programme',
  membersInvite: false,
};
const elm: SchoolThing = { ...linde, schoolId: 'elm' };
const oak: SchoolThing = { ...linde, schoolId: 'oak', bodyId: 'other body', regionId: 'south' };
const alone: SchoolThing = { ...linde, schoolId: 'alone', bodyId: null, regionId: null, programmeId: null };

const team = (school: SchoolThing, id: string, kind: TeamThing['kind'] = 'teachers') =>
  teamIn(school, newTeam({ id, name: id, kind, accent: 'teal' }), today);
const things: Readonly<Record<string, Thing>> = {
  upper: team(linde, 'upper'),
  lower: team(linde, 'lower'),
  lead: team(linde, 'lead', 'lead'),
  linde,
  'elm upper': team(elm, 'elm upper'),
  'elm lead': team(elm, 'elm lead', 'lead'),
  elm,
  'oak lead': team(oak, 'oak lead', 'lead'),
  oak,
  'alone lead': team(alone, 'alone lead', 'lead'),
  alone,
  body: { of: 'body', bodyId: 'body' },
  north: { of: 'region', regionId: 'north', programmeId: 'programme' },
  programme: { of: 'programme', programmeId: 'programme' },
};

const person = (given: {
  in?: readonly string[];
  place?: PlaceAtBoard;
  grants?: readonly Grant[];
}): Actor => ({
  kind: 'person',
  personId: 'p',
  memberships: (given.in ?? []).map((teamId) => ({
    schoolId: 'linde',
    teamId,
    memberId: `m-${teamId}`,
    place: given.place ?? 'member',
  })),
  grants: given.grants ?? [],
});
const over = (role: Grant['role'], kind: Grant['over'], overId: string, schoolId: string | null): Actor =>
  person({ grants: [{ role, over: kind, overId, schoolId }] });

/** Everything that somebody reaches by one row, whatever it is about. */
function reached(actor: Actor | null, rows: readonly Row[]): string[] {
  return Object.entries(things)
    .filter(([, thing]) => rightsOf([{ it: { of: thing.of, may: rows } }]).can(actor, 'it', thing))
    .map(([name]) => name);
}

const member = person({ in: ['upper'] });
const display: Actor = { kind: 'display', displayId: 'd', schoolId: 'linde', teamId: 'upper' };
const coach = over('school-coach', 'team', 'upper', 'linde');
const leader = over('school-leader', 'school', 'linde', 'linde');
const changeCoach = over('change-coach', 'body', 'body', null);

describe('a row reaches', () => {
  test.each<[string, Actor | null, readonly Row[], string[]]>([
    ['the own team', member, own('member'), ['upper']],
    ['the team of a display', display, own('display'), ['upper']],
    ['the team that somebody coaches', coach, own('school-coach'), ['upper']],
    ['the own school', leader, own('school-leader'), ['linde']],
    ['every team of the school beside the own', coach, beside('school-coach'), ['upper', 'lower', 'lead']],
    ['the school in which the own team is', member, above('member'), ['linde']],
    ['the school with all its teams', leader, within('school-leader'), ['upper', 'lower', 'lead', 'linde']],
    [
      'all schools of a governing body, with their teams',
      changeCoach,
      within('change-coach'),
      ['upper', 'lower', 'lead', 'linde', 'elm upper', 'elm lead', 'elm', 'body'],
    ],
    [
      'of the schools of a governing body only the lead teams',
      changeCoach,
      leadTeamsWithin('change-coach'),
      ['lead', 'elm lead'],
    ],
    [
      'all schools of a region',
      over('foundation', 'region', 'north', null),
      within('foundation'),
      ['upper', 'lower', 'lead', 'linde', 'elm upper', 'elm lead', 'elm', 'north'],
    ],
    [
      'all schools of the programme, and none that takes no part',
      over('foundation', 'programme', 'programme', null),
      within('foundation'),
      Object.keys(things).filter((name) => !name.startsWith('alone') && name !== 'body'),
    ],
    ['nothing for nobody', null, within('school-leader'), []],
    ['nothing for whoever has no place', person({}), [...own('member'), ...within('school-leader')], []],
    ['nothing for another role', leader, [...within('expert-coach'), ...own('member', 'display')], []],
  ])('%s', (_, actor, rows, expected) => {
    expect(reached(actor, rows)).toEqual(expected);
  });

  test('the own team where the school leaves it open, and no other', () => {
    const open = { ...linde, membersInvite: true };
    const { can } = rightsOf([{ it: { of: 'team', may: ownWhereOpen('member') } }]);
    expect(can(member, 'it', team(linde, 'upper'))).toBe(false);
    expect(can(member, 'it', team(open, 'upper'))).toBe(true);
    expect(can(member, 'it', team(open, 'lower'))).toBe(false);
  });

  test('only lead teams, of all kinds that there are', () => {
    const { can } = rightsOf([{ it: { of: 'team', may: leadTeamsWithin('expert-coach') } }]);
    const expert = over('expert-coach', 'school', 'linde', 'linde');
    expect(teamKinds.filter((kind) => can(expert, 'it', team(linde, 't', kind)))).toEqual(['lead']);
  });

  test('a team of the same id in another school never', () => {
    for (const [actor, rows] of [
      [member, own('member')],
      [display, own('display')],
      [coach, [...own('school-coach'), ...beside('school-coach')]],
    ] as const)
      expect(rightsOf([{ it: { of: 'team', may: rows } }]).can(actor, 'it', team(elm, 'upper'))).toBe(false);
  });

  test('what one place and what another reaches, together', () => {
    const both = person({
      in: ['upper'],
      grants: [{ role: 'school-coach', over: 'team', overId: 'lower', schoolId: 'linde' }],
    });
    expect(reached(both, own('member', 'school-coach'))).toEqual(['upper', 'lower']);
  });
});

describe('P17 a guest', () => {
  const joined = (role: Grant['role'], place: PlaceAtBoard = 'guest') =>
    person({
      in: ['upper'],
      place,
      grants: [{ role, over: 'school', overId: 'linde', schoolId: 'linde' }],
    });
  const { can } = rightsOf([
    {
      'team.join': { of: 'team', may: within('school-leader') },
      take: { of: 'team', may: own('member', 'guest') },
      use: { of: 'team', may: own('member') },
    },
  ]);

  test('takes part where they joined, and has nothing of a member', () => {
    expect(can(joined('school-leader'), 'take', team(linde, 'upper'))).toBe(true);
    expect(can(joined('school-leader'), 'take', team(linde, 'lower'))).toBe(false);
    expect(can(joined('school-leader'), 'use', team(linde, 'upper'))).toBe(false);
  });

  test('is nobody any more once the role is gone that brought them: the place alone is worth nothing', () => {
    expect(can(joined('expert-teacher'), 'take', team(linde, 'upper'))).toBe(false);
    expect(can(joined('expert-teacher', 'coach'), 'take', team(linde, 'upper'))).toBe(false);
    expect(can(joined('expert-teacher', 'member'), 'take', team(linde, 'upper'))).toBe(true);
  });
});

describe('the table', () => {
  test('a capability that nobody has heard of is nobody’s, also one that every object has by nature', () => {
    const { can } = rightsOf([{ it: { of: 'team', may: own('member') } }]);
    for (const name of ['that', 'internal', 'constructor', '__proto__', ''])
      expect([name, can(member, name, team(linde, 'upper'))]).toEqual([name, false]);
  });

  test('a capability is about one kind of thing', () => {
    const { can } = rightsOf([{ it: { of: 'school', may: within('school-leader') } }]);
    expect(can(leader, 'it', linde)).toBe(true);
    expect(can(leader, 'it', team(linde, 'upper'))).toBe(false);
  });

  test('two features that name the same capability: the product does not start', () => {
    const one = { it: { of: 'team', may: [] } } as const;
    expect(() => rightsOf([one, one])).toThrow('two features name the capability it');
  });

  test('every role is over something, and reaches nothing by being over something else', () => {
    const reaches: readonly Reach[] = ['own', 'within', 'beside', 'above', 'lead teams within'];
    for (const role of roles) {
      expect(roleIsOver[role].length).toBeGreaterThan(0);
      const elsewhere = over(role, 'body', 'a third body', null);
      const rows = reaches.map((reach) => ({ who: role as Holder, reach }));
      expect([role, reached(elsewhere, rows)]).toEqual([role, []]);
    }
  });
});
