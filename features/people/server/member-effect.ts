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
    const known: AnyRecord | undefined = before['member']?.[change.value.id];
    const { personId, leftOn } = change.value;
    if ((known ? known['leftOn'] === null : false) !== (leftOn === null))
      await announcePersonChanged(sql, String(personId));
  }
};
