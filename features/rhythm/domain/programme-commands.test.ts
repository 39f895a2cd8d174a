import { describe, expect, it } from 'vitest';
import { lise, rachid, sam, stranger, tom } from '#features/people/testing';
import { openRhythm, today } from '#features/rhythm/testing';
import { id } from '#packages/testing/stream';
import { programmeItemsOf, programmeOf } from './programme.ts';

const line = (n: number, subject: string, minutes: number | null = 10) => ({
  id: id(n),
  day: today,
  minutes,
  subject,
  memberIds: [],
  who: null,
});

const withThree = () => {
  const team = openRhythm();
  team.do('programmeItem.add', line(20, 'Feedbackgesprekken'));
  team.do('programmeItem.add', line(21, 'Lessen ontwerpen', 25));
  team.do('programmeItem.add', line(22, 'Bezoeken afspreken', 5));
  return team;
};
const subjects = (team: ReturnType<typeof openRhythm>) =>
  programmeItemsOf(team.state, today).map((item) => item.subject);

describe('programmeItem.add, programmeItem.edit', () => {
  it('R11: a new line comes last on its day; the same one again changes nothing; undo takes it off', () => {
    const team = withThree();
    expect(subjects(team)).toEqual(['Feedbackgesprekken', 'Lessen ontwerpen', 'Bezoeken afspreken']);
    expect(team.do('programmeItem.add', line(20, 'Iets anders'))).toBe('unchanged');
    expect(team.do('programmeItem.add', { ...line(23, 'Arena'), day: '2026-12-01' })).toBe('done');
    expect(programmeItemsOf(team.state, today)).toHaveLength(3);
    expect(team.undo()).toBe('done');
    expect(programmeItemsOf(team.state, '2026-12-01')).toEqual([]);
  });

  it('R13: whoever is named is in the team, once', () => {
    const team = openRhythm();
    const named = (memberIds: string[]) =>
      team.do('programmeItem.add', { ...line(20, 'Ontwerpen'), memberIds });
    expect(named([tom, stranger])).toBe('people.member-gone');
    expect(named([rachid])).toBe('people.member-gone');
    expect(named([tom, lise, tom])).toBe('done');
    expect(programmeItemsOf(team.state, today)[0]?.memberIds).toEqual([tom, lise]);
  });

  it('edit: done, undone, refused when it is gone', () => {
    const team = withThree();
    const edited = {
      programmeItemId: id(21),
      minutes: null,
      subject: 'Anders',
      memberIds: [sam],
      who: 'in duo’s',
    };
    expect(team.do('programmeItem.edit', edited)).toBe('done');
    expect(subjects(team)[1]).toBe('Anders');
    expect(team.undo()).toBe('done');
    expect(programmeItemsOf(team.state, today)[1]).toMatchObject({ minutes: 25, memberIds: [], who: null });
    team.do('programmeItem.remove', { programmeItemId: id(21) });
    expect(team.do('programmeItem.edit', edited)).toBe('rhythm.item-gone');
  });

  it('invalid', () => {
    const team = openRhythm();
    expect(team.do('programmeItem.add', line(20, ' '))).toBe('invalid subject');
    expect(team.do('programmeItem.add', line(20, 'x', 0))).toBe('invalid minutes');
  });
});

describe('programmeItem.move', () => {
  it('R11: up, down, beyond the end, and back', () => {
    const team = withThree();
    const before = subjects(team);
    expect(team.do('programmeItem.move', { programmeItemId: id(22), index: 0 })).toBe('done');
    expect(subjects(team)).toEqual(['Bezoeken afspreken', 'Feedbackgesprekken', 'Lessen ontwerpen']);
    expect(team.undo()).toBe('done');
    expect(subjects(team)).toEqual(before);
    expect(team.do('programmeItem.move', { programmeItemId: id(20), index: 99 })).toBe('done');
    expect(subjects(team)[2]).toBe('Feedbackgesprekken');
    expect(team.do('programmeItem.move', { programmeItemId: id(20), index: 2 })).toBe('unchanged');
    expect(team.do('programmeItem.move', { programmeItemId: id(77), index: 0 })).toBe('rhythm.item-gone');
    expect(team.do('programmeItem.move', { programmeItemId: id(20), index: -1 })).toBe('invalid index');
  });
});

describe('programmeItem.remove, programmeItem.restore', () => {
  it('R11: comes back in its own place', () => {
    const team = withThree();
    const before = subjects(team);
    expect(team.do('programmeItem.remove', { programmeItemId: id(21) })).toBe('done');
    expect(team.do('programmeItem.remove', { programmeItemId: id(21) })).toBe('unchanged');
    expect(team.do('programmeItem.restore', { programmeItemId: id(21) })).toBe('done');
    expect(subjects(team)).toEqual(before);
    expect(team.do('programmeItem.restore', { programmeItemId: id(21) })).toBe('unchanged');
    expect(team.do('programmeItem.remove', { programmeItemId: id(77) })).toBe('rhythm.item-gone');
    expect(team.do('programmeItem.restore', { programmeItemId: id(77) })).toBe('rhythm.item-gone');
  });
});

describe('the clock of the programme', () => {
  const times = (team: ReturnType<typeof openRhythm>) =>
    programmeOf(team.state, today).map((shown) => shown.startsAt);

  it('R12: begins when the board session ends', () => {
    const team = withThree();
    expect(times(team)).toEqual([null, null, null]);
    team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
    expect(times(team)).toEqual(['16:00', '16:10', '16:35']);
  });

  it('R12: is not known after a line without minutes, nor past midnight', () => {
    const team = openRhythm();
    team.do('fixedMoment.set', { weekday: 2, startsAt: '23:00', minutes: 30, place: null });
    team.do('programmeItem.add', line(20, 'Lang', 45));
    team.do('programmeItem.add', line(21, 'Later', null));
    expect(times(team)).toEqual(['23:30', null]);
    const other = openRhythm();
    other.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
    other.do('programmeItem.add', line(20, 'Open einde', null));
    other.do('programmeItem.add', line(21, 'Daarna'));
    expect(times(other)).toEqual(['16:00', null]);
  });
});
