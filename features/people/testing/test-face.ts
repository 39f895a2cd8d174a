import * as fc from 'fast-check';
import { accents, type peopleAccess, type peopleCommands, placesAtBoard } from '#features/people/domain';
import { type Around, asks, type Calls, type TestFace } from '#packages/feature/testing';

const calls = ({ one, another, day }: Around) => {
  const memberId = one('member');
  const name = fc.constantFrom('Bovenbouw', 'Groep 7 en 8');
  const accent = fc.constantFrom(...accents);
  const called = { name: fc.constantFrom('Noor', 'Noor de Wit'), initials: fc.constantFrom('N', 'NW') };
  const here = { workDays: fc.subarray([1, 2, 3, 4, 5]), awayUntil: fc.option(day) };
  const place = fc.constantFrom(...placesAtBoard);
  const member = fc.record({
    id: memberId,
    personId: memberId,
    place,
    ...called,
    ...here,
    joinedOn: day,
    leftOn: fc.option(day),
  });
  return {
    'team.describe': fc.record({ name, accent }),
    'team.prepare': fc.record({ theme: fc.constant('Begrijpend lezen'), endsOn: day }),
    'team.secondBoard': fc.record({ boardId: another('team') }),
    'team.mirror': fc.record({
      name,
      accent,
      theme: fc.constant(null),
      endsOn: fc.constant(null),
      members: fc.array(member, { maxLength: 2 }),
    }),
    'member.join': fc.record({ id: another('member'), personId: another('person'), ...called, place }),
    'member.leave': fc.record({ memberId }),
    'member.describe': fc.record({ memberId, ...called, ...here }),
  } satisfies Calls<typeof peopleCommands>;
};

export const testFace: TestFace = {
  whoMay: {
    capabilities: {
      'team.read': 'read',
      'team.inside': 'inside',
      'team.join': 'join',
      'team.people': 'people',
      'team.manage': 'manage',
      'team.screens': 'people',
      'team.describe': 'team',
      'team.note': 'note',
      'team.theme': 'theme',
      'team.leave': 'leave',
      'school.read': 'read',
      'school.teams': 'teams',
      'school.manage': 'manage',
    } satisfies Record<keyof typeof peopleAccess, string>,
    commands: {
      'team.describe': 'team',
      'team.prepare': 'theme',
      'member.describe': 'note',
      'member.leave': 'manage',
      ...asks('nobody', 'team.secondBoard', 'team.mirror', 'member.join'),
    } satisfies Record<keyof typeof peopleCommands, string>,
    access: { anyone: 'anyone', person: 'somebody' },
    endpoints: {
      'POST /sign-in/code': 'anyone',
      'POST /sign-in': 'anyone',
      'POST /sign-out': 'anyone',
      'POST /sign-out/everywhere': 'somebody',
      'GET /me': 'anyone',
      'PUT /me': 'somebody',
      'GET /me/sessions': 'somebody',
      'DELETE /me/sessions/:session': 'somebody',

      'POST /invitations/read': 'anyone',
      'POST /invitations/accept': 'anyone',
      'GET /join/:code': 'anyone',
      'POST /join/code': 'anyone',
      'POST /join': 'somebody',

      'GET /teams/:team': 'read',
      'POST /teams/:team/organisational-board': 'team',
      'POST /teams/:team/join-in': 'join',
      'POST /teams/:team/leave': 'leave',
      'GET /teams/:team/people': 'people',
      'GET /teams/:team/ways-in': 'people',
      'GET /teams/:team/invitations': 'manage',
      'POST /teams/:team/invitations': 'manage',
      'DELETE /teams/:team/invitations/:invitation': 'manage',
      'POST /teams/:team/join-code': 'manage',
      'DELETE /teams/:team/members/:member': 'manage',
      'POST /teams/:team/displays': 'people',
      'PUT /teams/:team/displays/:display': 'people',
      'DELETE /teams/:team/displays/:display': 'people',

      'GET /schools': 'somebody',
      'GET /schools/:school/teams': 'teams',
      'POST /schools/:school/teams': 'manage',
      'GET /schools/:school/people': 'manage',
      'GET /schools/:school/invitations': 'manage',
      'PUT /schools/:school/settings': 'manage',
      'POST /schools/:school/roles': 'manage',
      'DELETE /schools/:school/roles/:grant': 'manage',
      'POST /schools/:school/invitations': 'manage',
      'DELETE /schools/:school/invitations/:invitation': 'manage',

      'POST /display/pairing': 'anyone',
      'GET /display/pairing': 'anyone',
      'POST /display/session': 'anyone',

      'GET /demonstration/people': 'anyone',
      'POST /demonstration/enter': 'anyone',
      'GET /demonstration/mail': 'anyone',
    },
  },
  calls,
};
