/**
 * B32: moods are for the team. Whoever may read the board without `team.inside` learns who was there, and not how they
 * arrived: these fields reach them as null, whichever way a record goes (a snapshot, a change, the log, the archive).
 */
export const membersOnly = { checkIn: ['mark', 'remark'] } as const;
