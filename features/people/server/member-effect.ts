import type { AnyRecord } from '#packages/sync';
import type { Effect } from '#packages/sync/server';
import { announcePersonChanged } from './sessions.ts';

/**
 * Whoever comes into or goes out of a team is asked about again on every server, whichever way it happened
 * (an endpoint of this feature, a command from a board).
 */
export const memberEffect: Effect = ({ before, entry }) => {
  const people = entry.changes.flatMap((change) => {
    if (!('put' in change) || change.put !== 'member') return [];
    const wasIn = wasMember(before.member?.get(change.value.id));
    return wasIn === wasMember(change.value) ? [] : [String(change.value.personId)];
  });
  if (people.length === 0) return null;
  return {
    work: async (sql) => {
      for (const personId of people) await announcePersonChanged(sql, personId);
    },
  };
};

const wasMember = (record: AnyRecord | undefined): boolean => record !== undefined && record.leftOn === null;
