import * as z from 'zod/mini';
import { takesPart } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { leadingCoach } from './leaders.ts';
import { type RhythmRecords, type RhythmState, rhythmRecords } from './records.ts';

const command = commandOver<RhythmState>();
const { put, remove } = changesOf<RhythmRecords>();

const lead = z.omit(rhythmRecords.coachLead, { id: true });

/** R22: how it stood, so that it can be put back exactly. */
function asItWas(before: RhythmState) {
  const known = before.coachLead.all()[0];
  const { memberId, since, handedOverOn } = known ?? { memberId: '', since: '', handedOverOn: null };
  return { name: 'rota.coachAsItWas', payload: { lead: known ? { memberId, since, handedOverOn } : null } };
}

export const coachCommands = {
  /** R23: somebody at the board leads, as its coach, until the team is handed its sessions. */
  'rota.coachLeads': command({
    capability: 'rhythm.handOver',
    payload: z.object({ memberId: field.id }),
    run: (state, { memberId }, { stream, today }) => {
      if (!takesPart(state, memberId)) return refuse('people.member-gone');
      if (leadingCoach(state)?.memberId === memberId) return [];
      return [put('coachLead', { id: stream.id, memberId, since: today, handedOverOn: null })];
    },
    undo: asItWas,
  }),

  /** R23: from today on the turn goes round. */
  'rota.handOver': command({
    capability: 'rhythm.handOver',
    payload: z.object({}),
    run: (state, _, { today }) => {
      const known = leadingCoach(state);
      return known ? [put('coachLead', { ...known, handedOverOn: today })] : [];
    },
    undo: asItWas,
  }),

  'rota.coachAsItWas': command({
    capability: 'rhythm.handOver',
    payload: z.object({ lead: field.nullable(lead) }),
    run: (state, { lead }, { stream }) => {
      if (lead) {
        if (!state.member.has(lead.memberId)) return refuse('people.member-gone');
        return [put('coachLead', { id: stream.id, ...lead })];
      }
      return state.coachLead.has(stream.id) ? [remove('coachLead', stream.id)] : [];
    },
    undo: asItWas,
  }),
} as const;
