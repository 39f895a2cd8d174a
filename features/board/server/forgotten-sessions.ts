import { type BoardSession, isForgotten } from '#features/board/domain';
import type { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import type { Streams } from '#packages/sync/server';

type Running = Pick<
  BoardSession,
  | 'id'
  | 'budgets'
  | 'extra'
  | 'steps'
  | 'startedAt'
  | 'handledAt'
  | 'endedAt'
  | 'pausedAt'
  | 'runningSince'
  | 'spentMs'
  | 'step'
> & {
  schoolId: string;
  teamId: string;
};

/**
 * Rule B13: a session that everybody has forgotten closes itself with what there is.
 * Every server may do this at once: the first to close it wins, the others find it closed.
 */
export async function closeForgottenSessions(
  database: Database,
  streams: Pick<Streams, 'run'>,
): Promise<number> {
  const running = await database.within(
    { scope: 'clock' },
    (sql) => sql<Running[]>`
      select school_id as "schoolId", team_id as "teamId", id, budgets, extra, steps, started_at as "startedAt", handled_at as "handledAt",
        ended_at as "endedAt", paused_at as "pausedAt", running_since as "runningSince", spent_ms as "spentMs", step
      from board_session where ended_at is null order by handled_at limit 500`,
  );
  const forgotten = running.filter((session) => isForgotten(session, database.now()));
  for (const { schoolId, teamId, id } of forgotten) {
    await streams.run({
      ref: { kind: 'team', id: teamId },
      school: schoolId,
      person: null,
      member: null,
      message: { id: newId(), name: 'session.closeForgotten', payload: { sessionId: id } },
    });
  }
  return forgotten.length;
}
