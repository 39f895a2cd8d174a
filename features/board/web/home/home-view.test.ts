import { describe, expect, test } from 'vitest';
import { boardPart, type TeamState } from '#features/board/domain';
import { type MyTeam, newTeam } from '#features/people/domain';
import { applyChanges, type Change, emptyState, runnableOf } from '#packages/sync';
import { firstNameOf, isSameWord, mainTeam, myTurn, teamsOf } from './home-view.ts';

const today = '2026-11-24';

const place = (
  id: string,
  memberId: string | null,
  as: MyTeam['place'] = memberId === null ? null : 'member',
): MyTeam => ({
  ...newTeam({ id, name: id, kind: 'teachers', accent: 'teal' }),
  school: {
    of: 'school' as const,
    schoolId: 's',
    bodyId: null,
    regionId: null,
    programmeId: null,
    membersInvite: false,
  },
  schoolId: 's',
  schoolName: 'S',
  memberId,
  place: as,
});

describe('which team', () => {
  test('the first that I belong to, also when another comes before it', () => {
    expect(mainTeam([place('lead', null), place('mine', 'm1'), place('second', 'm2')], today)?.id).toBe(
      'mine',
    );
  });

  test('the one that I teach in comes before the lead team that I am in as well', () => {
    const lead = { ...place('a', 'm1'), kind: 'lead' as const };
    expect(mainTeam([lead, place('b', 'm2')], today)?.id).toBe('b');
    expect(mainTeam([lead], today)?.id).toBe('a');
  });

  test('none for who only looks at boards', () => {
    expect(mainTeam([place('lead', null)], today)).toBeNull();
    expect(mainTeam([place('joined', 'm1', 'guest'), place('coached', 'm2', 'coach')], today)).toBeNull();
    expect(mainTeam([], today)).toBeNull();
  });

  test('a second board is no team, and a team that is over comes last and is nobody’s day', () => {
    const second = { ...place('second', 'm1'), improvementBoardId: 'mine' };
    const over = { ...place('over', 'm2'), theme: 'Rekenen', endsOn: '2026-11-23' };
    const still = { ...place('still', 'm3'), theme: 'Lezen', endsOn: today };
    expect(mainTeam([second, over], today)).toBeNull();
    expect(mainTeam([second, over, still], today)?.id).toBe('still');
    const groups = teamsOf([second, over, still], today);
    expect([groups.own, groups.others, groups.over].map((each) => each.map(({ id }) => id))).toEqual([
      ['still'],
      [],
      ['over'],
    ]);
  });

  test('own teams apart from boards that a role opens', () => {
    const { own, others } = teamsOf(
      [
        place('lead', null),
        place('mine', 'm1'),
        place('coached', null, 'coach'),
        place('joined', 'm2', 'guest'),
      ],
      today,
    );
    expect([own.map(({ id }) => id), others.map(({ id }) => id)]).toEqual([
      ['mine', 'coached'],
      ['lead', 'joined'],
    ]);
  });
});

const ids = {
  team: '00000000-0000-7000-8000-000000000001',
  yasmin: '00000000-0000-7000-8000-000000000011',
  tom: '00000000-0000-7000-8000-000000000012',
};
const member = (id: string, name: string): Change => ({
  put: 'member',
  value: {
    id,
    personId: id,
    place: 'member',
    name,
    initials: name.slice(0, 2),
    workDays: [1, 2, 3, 4, 5],
    awayUntil: null,
    joinedOn: '2026-08-24',
    leftOn: null,
  },
});
const team = [member(ids.yasmin, 'Yasmin'), member(ids.tom, 'Tom')];
const tuesdays: Change = {
  put: 'fixedMoment',
  value: { id: ids.team, weekday: 2, startsAt: '15:45', minutes: 15, place: null },
};
const stateOf = (...changes: Change[]) =>
  applyChanges(emptyState(runnableOf(boardPart)) as TeamState, changes);

describe('when it is my turn', () => {
  test('the next session, or the date on which the rota comes to me', () => {
    const state = stateOf(...team, tuesdays);
    expect(myTurn(state, '2026-11-24', ids.yasmin)).toEqual({ is: 'now' });
    expect(myTurn(state, '2026-11-24', ids.tom)).toEqual({ is: 'later', day: '2026-12-01' });
  });

  test('without dates nobody can say', () => {
    expect(myTurn(stateOf(...team), '2026-11-24', ids.yasmin)).toEqual({ is: 'unknown' });
  });
});

test('the greeting uses the first name', () => {
  expect(firstNameOf('Sam de Vries')).toBe('Sam');
});

test('a team named after its kind is told once', () => {
  expect(isSameWord('kernteam', ' Kernteam')).toBe(true);
  expect(isSameWord('lerarenteam', 'Bovenbouw')).toBe(false);
});
