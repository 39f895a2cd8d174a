export { testFace } from './test-face.ts';

import { type Member, newTeam, type PeopleRecords } from '#features/people/domain';
import { type Change, changesOf } from '#packages/sync';
import { id, teamId } from '#packages/testing/stream';

const { put } = changesOf<PeopleRecords>();

/** A team to test with: four people in this order, every day at school, and Rachid, who has left. */
export const yasmin = id(11);
export const tom = id(12);
export const sam = id(13);
export const lise = id(14);
export const rachid = id(15);
/** Nobody in this team. */
export const stranger = id(99);

export function member(memberId: string, name: string, change: Partial<Member> = {}): Change {
  return put('member', {
    id: memberId,
    personId: memberId,
    place: 'member',
    name,
    initials: name.slice(0, 2).toUpperCase(),
    workDays: [1, 2, 3, 4, 5],
    awayUntil: null,
    joinedOn: '2025-08-18',
    leftOn: null,
    ...change,
  });
}

export const team: readonly Change[] = [
  put('team', newTeam({ id: teamId, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' })),
  member(yasmin, 'Yasmin'),
  member(tom, 'Tom'),
  member(sam, 'Sam'),
  member(lise, 'Lise'),
  member(rachid, 'Rachid', { leftOn: '2026-10-16' }),
];
