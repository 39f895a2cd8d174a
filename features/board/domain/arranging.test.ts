import { describe, expect, it } from 'vitest';
import { teamKinds } from '#features/people/domain';
import type { PartOfBoard } from '#packages/feature';
import { givenKindOf } from '#packages/sync';
import { partsInOrder, partsOfStep, stepsOf } from './parts.ts';
import { type BoardKind, standardBoard } from './standard-board.ts';
import { boardOf } from './state.ts';
import { bareBoard, SESSION, startedTeam, TEAM, teamAtWork } from './team.fixture.ts';

const board = (team: ReturnType<typeof teamAtWork>) => boardOf(team.state, TEAM);
const column = (team: ReturnType<typeof teamAtWork>, number: number) =>
  board(team)
    .parts.filter((place) => place.column === number)
    .map((place) => place.part);

/** As if one more feature were there, with a part beside the programme. */
function withFeature(team: ReturnType<typeof teamAtWork>) {
  const garden: PartOfBoard = {
    id: 'garden',
    step: 5,
    order: 60,
    column: 3,
    hiddenOn: ['preparation'],
    columnOn: {},
  };
  const partOfBoard = givenKindOf([...team.state.partOfBoard.all(), garden]);
  team.state = { ...team.state, partOfBoard };
  return team;
}

describe('the standard board', () => {
  it.each([...teamKinds, 'organisational'] as const)(
    'B1 of a %s team has every part once, and steps of 15:00 together',
    (kind) => {
      const { parts, budgets } = standardBoard(bareBoard, kind);
      const all = partsInOrder(bareBoard).map(({ id }) => id);
      expect(parts.map((place) => place.part).sort()).toEqual(all.sort());
      expect(stepsOf(bareBoard, parts).reduce((sum, step) => sum + (budgets[step - 1] ?? 0), 0)).toBe(900);
      expect(parts.map((place) => place.column)).toEqual(parts.map((place) => place.column).sort());
    },
  );

  it.each<[BoardKind, string[]]>([
    ['teachers', []],
    ['lead', []],
    ['management', []],
    ['preparation', []],
    ['organisational', ['inspiration', 'goals']],
  ])('B1 of a %s team hides %j', (kind, hidden) => {
    expect(
      standardBoard(bareBoard, kind)
        .parts.filter((place) => place.hidden)
        .map((place) => place.part),
    ).toEqual(hidden);
  });

  it('B1 a part says itself on which boards it begins out of sight, and where else it stands', () => {
    const { state } = withFeature(teamAtWork());
    const hidden = (kind: BoardKind) =>
      standardBoard(state, kind).parts.find(({ part }) => part === 'garden')?.hidden;
    expect([hidden('preparation'), hidden('teachers')]).toEqual([true, false]);
    const parking = (kind: BoardKind) =>
      standardBoard(state, kind).parts.find(({ part }) => part === 'parking')?.column;
    expect([parking('organisational'), parking('teachers')]).toEqual([3, 1]);
  });

  it('B1 a team’s second board is the same for every kind of team', () => {
    const team = teamAtWork('organisational');
    expect(board(team)).toEqual({ id: TEAM, ...standardBoard(bareBoard, 'organisational') });
  });

  it('B1 holds until the team arranges something, and is not changed by it', () => {
    const team = teamAtWork('lead');
    expect(board(team)).toEqual({ id: TEAM, ...standardBoard(bareBoard, 'lead') });
    team.do('board.renamePart', { part: 'goals', title: 'Onze doelen' });
    expect(board(team).parts.find((place) => place.part === 'goals')?.title).toBe('Onze doelen');
    expect(standardBoard(bareBoard, 'lead').parts.every((place) => place.title === null)).toBe(true);
  });
});

describe('arranging', () => {
  it('B2 moves a part down its column', () => {
    const team = teamAtWork();
    team.do('board.movePart', { part: 'check-in', column: 1, index: 1 });
    expect(column(team, 1)).toEqual(['successes', 'check-in', 'parking']);
  });

  it('B2 moves a part to another column, beyond the end is the end', () => {
    const team = teamAtWork();
    team.do('board.movePart', { part: 'parking', column: 3, index: 0 });
    team.do('board.movePart', { part: 'goals', column: 3, index: 8 });
    expect(column(team, 1)).toEqual(['check-in', 'successes']);
    expect(column(team, 2)).toEqual(['inspiration']);
    expect(column(team, 3)).toEqual(['parking', 'actions', 'programme', 'goals']);
  });

  it('B2 an empty column can be filled again', () => {
    const team = teamAtWork();
    for (const part of ['goals', 'inspiration'] as const)
      team.do('board.movePart', { part, column: 1, index: 0 });
    team.do('board.movePart', { part: 'goals', column: 2, index: 0 });
    expect(column(team, 2)).toEqual(['goals']);
  });

  it('B2 has no more places than any board needs: every change of it is logged whole', () => {
    const places = Array.from({ length: 100 }, (_, index) => ({
      part: `part-${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`,
      column: 1,
      hidden: false,
      title: null,
    }));
    const check = { part: 'check-in', column: 1, hidden: false, title: null };
    expect(teamAtWork().attempt('board.arrange', { parts: [check, ...places] })).toMatchObject({
      refused: 'invalid',
    });
    expect(teamAtWork().attempt('board.arrange', { parts: [check, ...places.slice(1)] })).toBeInstanceOf(
      Array,
    );
  });

  it('B3 keeps one part that a session can walk', () => {
    const team = teamAtWork();
    for (const part of ['check-in', 'successes', 'goals', 'actions'] as const) {
      team.do('board.hidePart', { part, hidden: true });
    }
    const before = team.state;
    expect(team.attempt('board.hidePart', { part: 'programme', hidden: true })).toEqual({
      refused: 'board.last-part',
    });
    const parts = board(team).parts.map((place) => ({ ...place, hidden: true }));
    expect(team.attempt('board.arrange', { parts })).toEqual({ refused: 'board.last-part' });
    expect(team.state).toBe(before);
  });

  it('B3 a step goes on with the part of it that is left, and is passed over without one', () => {
    const team = withFeature(teamAtWork());
    team.do('board.hidePart', { part: 'programme', hidden: true });
    expect(partsOfStep(team.state, 5, board(team).parts)).toEqual(['garden']);
    team.do('board.hidePart', { part: 'garden', hidden: true });
    expect(stepsOf(team.state, board(team).parts)).toEqual([1, 2, 3, 4]);
  });

  it('B4 leaves a session that runs as it is', () => {
    const team = startedTeam();
    team.do('board.settings', { moodScale: 'word', budgets: [60, 60, 60, 60, 60], chime: false });
    team.do('board.hidePart', { part: 'goals', hidden: true });
    expect(team.session()).toMatchObject({
      moodScale: 'smileys',
      budgets: [120, 120, 240, 240, 180],
      chime: true,
    });
    expect(team.session()?.steps).toEqual([1, 2, 3, 4, 5]);
    team.do('session.close', { sessionId: SESSION });
    team.do('session.start', { id: team.id(), leaderId: team.lastSession().leaderId });
    expect(team.session()).toMatchObject({ moodScale: 'word', steps: [1, 2, 4, 5], chime: false });
  });
});

describe('B33 features that come and go', () => {
  it('a part that came with a later version stands at the end, out of sight, until the team shows it', () => {
    const team = teamAtWork();
    team.do('board.renamePart', { part: 'goals', title: 'Onze doelen' });
    const before = board(team).parts;
    withFeature(team);
    expect(board(team).parts).toEqual([...before, { part: 'garden', column: 3, hidden: true, title: null }]);
    team.do('board.hidePart', { part: 'garden', hidden: false });
    expect(partsOfStep(team.state, 5, board(team).parts)).toEqual(['programme', 'garden']);
  });

  it('a part that no feature brings any more is passed over, and the rest stands as it was', () => {
    const team = withFeature(teamAtWork());
    team.do('board.movePart', { part: 'garden', column: 1, index: 0 });
    team.do('board.movePart', { part: 'parking', column: 3, index: 0 });
    const others = board(team).parts.filter(({ part }) => part !== 'garden');
    team.state = { ...team.state, partOfBoard: bareBoard.partOfBoard };
    expect(board(team).parts).toEqual(others);
    expect(team.attempt('board.hidePart', { part: 'garden', hidden: true })).toEqual({
      refused: 'board.no-such-part',
    });
    // Arranged on, it stays gone; a device of before may still send it along.
    team.do('board.hidePart', { part: 'parking', hidden: true });
    expect(team.state.board.get(TEAM)?.parts.map(({ part }) => part)).not.toContain('garden');
    team.do('board.arrange', {
      parts: [...others, { part: 'garden', column: 1, hidden: false, title: null }],
    });
    expect(board(team).parts).toEqual(others);
  });

  it('B3 a part that no feature brings any more is none that a session can walk', () => {
    const team = teamAtWork();
    const parts = [
      ...board(team).parts.map((place) => ({ ...place, hidden: true })),
      { part: 'garden', column: 1, hidden: false, title: null },
    ];
    expect(team.attempt('board.arrange', { parts })).toEqual({ refused: 'board.last-part' });
  });
});
