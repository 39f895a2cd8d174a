import type { AnyRecord } from '#packages/sync';
import type { Effect } from '#packages/sync/server';
import { announcePersonChanged } from './sessions.ts';
import { voidJoinCodes } from './team-people.ts';

/**
 * Whoever comes into or goes out of a team, or becomes one of it, is asked about again on every server, whichever way it happened
 * (an endpoint of this feature, a command from a board). Whoever is taken out knows the team code: it is void (P12).
 */
export const memberEffect: Effect = ({ place: { ref }, person, before, after, entry }) => {
  // A second board only shows who is in the team (P19).
  if (after.team?.get(ref.id)?.improvementBoardId != null) return null;
  const people = entry.changes.flatMap((change) => {
    if (!('put' in change) || change.put !== 'member') return [];
    const was = standingOf(before.member?.get(change.value.id));
    return was === standingOf(change.value) ? [] : [String(change.value.personId)];
  });
  if (people.length === 0) return null;
  const isTakenOut = entry.changes.some(
    (change) =>
      'put' in change &&
      change.put === 'member' &&
      change.value.personId !== person &&
      standingOf(before.member?.get(change.value.id)) === 'member' &&
      standingOf(change.value) === null,
  );
  return {
    work: async (sql) => {
      if (isTakenOut) await voidJoinCodes(sql, ref.id);
      for (const personId of people) await announcePersonChanged(sql, personId);
    },
  };
};

const standingOf = (record: AnyRecord | undefined): unknown =>
  record === undefined || record.leftOn !== null ? null : record.place;
