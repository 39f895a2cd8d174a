import * as z from 'zod/mini';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import {
  accents,
  isOver,
  type Member,
  type PeopleRecords,
  type PeopleState,
  peopleRecords,
  placesAtBoard,
  type Team,
} from './records.ts';

const command = commandOver<PeopleState>();
const { put } = changesOf<PeopleRecords>();

const isSame = <R extends Member | Team>(one: R, other: R | undefined): boolean =>
  other !== undefined &&
  Object.entries(one).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(other[name as keyof R]),
  );

export const peopleCommands = {
  /** P1: whoever arranges the board may rename the team and choose its colour. */
  'team.describe': command({
    capability: 'team.describe',
    payload: z.object({ name: field.line(60), accent: z.enum(accents) }),
    run: (state, { name, accent }, { stream }) => {
      const team = state.team.get(stream.id);
      return team ? [put('team', { ...team, name, accent })] : refuse('people.team-gone');
    },
    undo: (before, _, { stream }) => {
      const team = before.team.get(stream.id);
      return team ? { name: 'team.describe', payload: { name: team.name, accent: team.accent } } : null;
    },
  }),

  /** P20: what a preparation team prepares, and the last day of it. */
  'team.prepare': command({
    capability: 'team.theme',
    payload: z.object({ theme: field.line(80), endsOn: field.day }),
    run: (state, { theme, endsOn }, { stream }) => {
      const team = state.team.get(stream.id);
      if (!team) return refuse('people.team-gone');
      if (team.kind !== 'preparation') return refuse('people.prepares-nothing');
      return [put('team', { ...team, theme, endsOn })];
    },
    undo: (before, _, { stream }) => {
      const team = before.team.get(stream.id);
      if (!team || team.theme === null || team.endsOn === null) return null;
      return { name: 'team.prepare', payload: { theme: team.theme, endsOn: team.endsOn } };
    },
  }),

  /** P19: only the server opens a second board; once. */
  'team.secondBoard': command({
    capability: 'internal',
    payload: z.object({ boardId: field.id }),
    run: (state, { boardId }, { stream }) => {
      const team = state.team.get(stream.id);
      if (!team) return refuse('people.team-gone');
      return team.organisationalBoardId === null
        ? [put('team', { ...team, organisationalBoardId: boardId })]
        : [];
    },
  }),

  /** P19: on the second board the team is as it is on the first: its name and colour, its theme, its people. */
  'team.mirror': command({
    capability: 'internal',
    payload: z.object({
      name: field.line(60),
      accent: z.enum(accents),
      theme: field.nullable(field.line(80)),
      endsOn: field.nullable(field.day),
      members: z.array(peopleRecords.member),
    }),
    run: (state, { members, ...described }, { stream }) => {
      const team = state.team.get(stream.id);
      if (!team) return refuse('people.team-gone');
      const same = { ...team, ...described };
      return [
        ...(isSame(same, team) ? [] : [put('team', same)]),
        ...members
          .filter((member) => !isSame(member, state.member.get(member.id)))
          .map((member) => put('member', member)),
      ];
    },
  }),

  /**
   * P2, P17: only the server lets somebody in, after an invitation or a join code, or beside the team where a role lets them.
   * Coming back keeps the old place; who becomes a member begins as one on that day, and stays one. P20: into a team that is over
   * nobody comes any more.
   */
  'member.join': command({
    capability: 'internal',
    payload: z.object({
      id: field.id,
      personId: field.id,
      name: field.line(80),
      initials: field.line(3),
      place: z.enum(placesAtBoard),
    }),
    run: (state, { id, personId, name, initials, place }, { stream, today }) => {
      const team = state.team.get(stream.id);
      if (team && isOver(team, today)) return refuse('people.team-gone');
      const before = state.member.all().find((member) => member.personId === personId);
      const joinedOn = (was: Member) => (place === 'member' && was.place !== 'member' ? today : was.joinedOn);
      if (before?.leftOn === null) {
        if (before.place === place || before.place === 'member') return [];
        return [put('member', { ...before, place, joinedOn: joinedOn(before) })];
      }
      if (before) {
        const back = { place, joinedOn: joinedOn(before), awayUntil: null, leftOn: null };
        return [put('member', { ...before, ...back })];
      }
      return [
        put('member', {
          id,
          personId,
          place,
          name,
          initials,
          workDays: [1, 2, 3, 4, 5],
          awayUntil: null,
          joinedOn: today,
          leftOn: null,
        }),
      ];
    },
  }),

  /** P3: a member leaves, or is taken out; what they did stays on the board under their name. */
  'member.leave': command({
    capability: 'team.manage',
    payload: z.object({ memberId: field.id }),
    run: (state, { memberId }, { today }) => {
      const member = state.member.get(memberId);
      if (!member) return refuse('people.member-gone');
      return member.leftOn === null ? [put('member', { ...member, leftOn: today })] : [];
    },
  }),

  /** P4: working days and absence steer the leader rota; anybody in the team may note them for a colleague. */
  'member.describe': command({
    capability: 'team.note',
    payload: z.object({
      memberId: field.id,
      name: field.line(80),
      initials: field.line(3),
      workDays: z.array(field.wholeNumber(1, 7)).check(z.maxLength(7)),
      awayUntil: field.nullable(field.day),
    }),
    run: (state, { memberId, ...described }) => {
      const member = state.member.get(memberId);
      if (!member || member.leftOn !== null) return refuse('people.member-gone');
      const workDays = [...new Set(described.workDays)].sort((a, b) => a - b);
      return [put('member', { ...member, ...described, workDays })];
    },
    undo: (before, { memberId }) => {
      const member = before.member.get(memberId);
      if (!member) return null;
      const { name, initials, workDays, awayUntil } = member;
      return { name: 'member.describe', payload: { memberId, name, initials, workDays, awayUntil } };
    },
  }),
} as const;
