import { describe, expect, test } from 'vitest';
import {
  type Actor,
  can,
  type SchoolCapability,
  type SchoolRole,
  schoolCapabilities,
  schoolRoles,
  type TeamCapability,
  type TeamKind,
  teamCapabilities,
  teamKinds,
} from './index.ts';

/** P6: the table of who may do what, written out whole and by hand. What is not in it is not allowed. */

const here = 'school-here';
const elsewhere = 'school-elsewhere';

const person = (places: {
  memberships?: [string, string][];
  roles?: [string, SchoolRole, string | null][];
}): Actor => ({
  kind: 'person',
  personId: 'p',
  memberships: (places.memberships ?? []).map(([schoolId, teamId]) => ({
    schoolId,
    teamId,
    memberId: `m-${teamId}`,
  })),
  roles: (places.roles ?? []).map(([schoolId, role, teamId]) => ({ schoolId, role, teamId })),
});

const withRole = (role: SchoolRole, schoolId = here) =>
  person({ roles: [[schoolId, role, role === 'school-coach' ? 'coached' : null]] });

const actors: Record<string, Actor | null> = {
  nobody: null,
  'a person without a place': person({}),
  'a member': person({ memberships: [[here, 'own']] }),
  'a member elsewhere': person({ memberships: [[elsewhere, 'own']] }),
  'a display': { kind: 'display', displayId: 'd', schoolId: here, teamId: 'own' },
  'a display elsewhere': { kind: 'display', displayId: 'd', schoolId: elsewhere, teamId: 'own' },
  ...Object.fromEntries(schoolRoles.map((role) => [role, withRole(role)])),
  ...Object.fromEntries(schoolRoles.map((role) => [`${role} elsewhere`, withRole(role, elsewhere)])),
};

type Reach = 'own' | 'coached' | 'lead' | 'other';
const teams: Record<Reach, { teamId: string; kind: TeamKind }> = {
  own: { teamId: 'own', kind: 'teachers' },
  coached: { teamId: 'coached', kind: 'teachers' },
  lead: { teamId: 'lead', kind: 'lead' },
  other: { teamId: 'other', kind: 'management' },
};

const everything: TeamCapability[] = ['board.read', 'board.use', 'board.arrange', 'team.manage'];

const allowedInTeam: Record<string, Partial<Record<Reach, TeamCapability[]>>> = {
  'a member': { own: everything },
  'a display': { own: ['board.read', 'board.use'] },
  'school-leader': {
    own: ['board.read', 'team.manage'],
    coached: ['board.read', 'team.manage'],
    lead: ['board.read', 'team.manage'],
    other: ['board.read', 'team.manage'],
  },
  'school-coach': { coached: everything },
  'expert-coach': { lead: ['board.read'] },
  'change-coach': { lead: ['board.read'] },
};

const allowedInSchool: Record<string, SchoolCapability[]> = {
  'a member': ['school.read', 'school.teams'],
  'a display': ['school.read'],
  'school-leader': ['school.read', 'school.inspire', 'school.teams', 'school.manage'],
  'school-coach': ['school.read', 'school.inspire', 'school.teams'],
  'expert-coach': ['school.read', 'school.teams'],
  'change-coach': ['school.read', 'school.teams'],
};

const inTeams = Object.entries(actors).flatMap(([who, actor]) =>
  (Object.keys(teams) as Reach[]).flatMap((reach) =>
    teamCapabilities.map((capability) => {
      const allowed = allowedInTeam[who]?.[reach]?.includes(capability) ?? false;
      return { who, actor, reach, capability, allowed, word: allowed ? 'may' : 'may not' };
    }),
  ),
);

const inSchools = Object.entries(actors).flatMap(([who, actor]) =>
  schoolCapabilities.map((capability) => {
    const allowed = allowedInSchool[who]?.includes(capability) ?? false;
    return { who, actor, capability, allowed, word: allowed ? 'may' : 'may not' };
  }),
);

describe('P6 in a team', () => {
  test.each(inTeams)(
    'P6 $who $word $capability in a team that is $reach',
    ({ actor, reach, capability, allowed }) => {
      expect(can(actor, capability, { schoolId: here, ...teams[reach] })).toBe(allowed);
    },
  );
});

describe('P6 in a school', () => {
  test.each(inSchools)('P6 $who $word $capability', ({ actor, capability, allowed }) => {
    expect(can(actor, capability, { schoolId: here })).toBe(allowed);
  });
});

test('P6 the lead team is known by its kind: a coach sees no other kind', () => {
  for (const kind of teamKinds) {
    expect(can(withRole('expert-coach'), 'board.read', { schoolId: here, teamId: 't', kind }), kind).toBe(
      kind === 'lead',
    );
  }
});

test('P6 roles add up: a member who coaches another team has both', () => {
  const both = person({ memberships: [[here, 'own']], roles: [[here, 'school-coach', 'coached']] });
  for (const reach of ['own', 'coached'] as const) {
    for (const capability of teamCapabilities)
      expect(can(both, capability, { schoolId: here, ...teams[reach] })).toBe(true);
  }
  expect(can(both, 'board.read', { schoolId: here, ...teams.other })).toBe(false);
});

test('P6 a team of the same id in another school is another team', () => {
  const member = person({ memberships: [[here, 'own']], roles: [[here, 'school-coach', 'coached']] });
  expect(can(member, 'board.read', { schoolId: elsewhere, ...teams.own })).toBe(false);
  expect(can(member, 'board.read', { schoolId: elsewhere, ...teams.coached })).toBe(false);
});
