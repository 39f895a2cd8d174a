import type { AnyRecord } from '#packages/sync';
import type { Effect } from '#packages/sync/server';
import { announcePersonChanged } from './sessions.ts';

/**
 * Whoever comes into or goes out of a team is asked about again on every server, whichever way it happened
 * (an endpoint of this feature, a command from a board).
 */
export const memberEffect: Effect = async (sql, { before, entry }) => {
  for (const change of entry.changes) {
    if (!('put' in change) || change.put !== 'member') continue;
    const wasIn = wasMember(before.member?.[change.value.id]);
    if (wasIn !== wasMember(change.value)) await announcePersonChanged(sql, String(change.value.personId));
  }
};

const wasMember = (record: AnyRecord | undefined): boolean => record !== undefined && record.leftOn === null;
