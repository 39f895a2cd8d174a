import * as z from 'zod/mini';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { accents, type PeopleRecords, type PeopleState } from './records.ts';

const command = commandOver<PeopleState>();
const { put } = changesOf<PeopleRecords>();

export const peopleCommands = {
  /** P1: whoever arranges the board may rename the team and choose its colour. */
  'team.describe': command({
    capability: 'board.arrange',
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

  /** P2: only the server lets somebody in, after an invitation or a join code. Coming back keeps the old place. */
  'member.join': command({
    capability: 'internal',
    payload: z.object({ id: field.id, personId: field.id, name: field.line(80), initials: field.line(3) }),
    run: (state, { id, personId, name, initials }, { today }) => {
      const before = state.member.all().find((member) => member.personId === personId);
      if (before)
        return before.leftOn === null ? [] : [put('member', { ...before, awayUntil: null, leftOn: null })];
      return [
        put('member', {
          id,
          personId,
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
    capability: 'board.use',
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
