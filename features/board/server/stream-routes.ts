import { boardContract, teamStream } from '#features/board/domain';
import {
  type Actor,
  can,
  type TeamCapability,
  type TeamThing,
  teamCapabilities,
} from '#features/people/domain';
import { type Implementation, implement } from '#packages/http/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { type CommandMessage, type CommandResult, commandNamed, WIRE_VERSION } from '#packages/sync';
import type { Hub, TeamStreams, Visitor } from '#packages/sync/server';

/** The board over the wire (docs/protocol.md): read it whole, follow its log, send commands. */
export function streamRoutes({
  streams,
  hub,
}: {
  streams: TeamStreams;
  hub: Hub;
}): readonly Implementation[] {
  return [
    implement(boardContract.board)(async ({ team }) => {
      const snapshot = await streams.snapshot(team.schoolId, team.teamId);
      return snapshot ?? refuse('not-found');
    }),

    implement(boardContract.commands)(async ({ actor, team, body, refusedNow }) => {
      const results: CommandResult[] = [];
      for (const message of body.commands) {
        // Each takes its time. Whoever is sent away halfway sends the rest again another day; what was done stays done once.
        const refused = results.length > 0 ? await refusedNow() : null;
        if (refused) return refused;
        results.push(await runFor(streams, actor, team, message));
      }
      return { now: streams.now(), results };
    }),

    implement(boardContract.stream)(async ({ actor, team, query, lastEventId, sessionId, refusedNow }) => ({
      stream: async (connection) => {
        const listener = {
          sessionId: sessionId ?? '',
          personId: actor.kind === 'person' ? actor.personId : null,
          memberId: memberOf(actor, team),
          ...connection,
        };
        hub.attend(team.teamId, listener);
        try {
          const after = lastEventId ?? query.after;
          const isIn =
            (await refusedNow()) === null &&
            (await streams.follow(team.schoolId, team.teamId, after, listener));
          if (!isIn) connection.close();
        } catch (error) {
          hub.leave(team.teamId, listener);
          throw error;
        }
        return () => hub.leave(team.teamId, listener);
      },
    })),

    implement(boardContract.changes)(async ({ actor, team, query, sessionId, refusedNow }) => {
      const { schoolId, teamId } = team;
      // Waiting starts before the first look, so that nothing can happen between the two.
      const news = hub.awaitNews(teamId, query.wait * 1000);
      const visitor: Visitor = {
        sessionId: sessionId ?? '',
        personId: actor.kind === 'person' ? actor.personId : null,
        close: news.forget,
      };
      hub.attend(teamId, visitor);
      const look = () => streams.entriesAfter(schoolId, teamId, query.after);
      let waited: Refusal | Awaited<ReturnType<typeof look>>;
      try {
        waited = (await refusedNow()) ?? (await look());
        if (Array.isArray(waited) && waited.length === 0 && query.wait > 0) {
          await news.next;
          if (!hub.isShownOut(visitor)) waited = await look();
        }
      } finally {
        news.forget();
        hub.leave(teamId, visitor);
      }
      const entries = hub.isShownOut(visitor) ? ((await refusedNow()) ?? []) : waited;
      if (isRefusal(entries)) return entries;
      if (entries === null) return refuse('not-found');
      return {
        version: WIRE_VERSION,
        now: streams.now(),
        presence: hub.presence(teamId),
        ...(entries === 'reset' ? { reset: true as const } : { entries }),
      };
    }),
  ];
}

/** A capability that the actor lacks, or a command for the server only, answers like a command that does not exist. */
async function runFor(
  streams: TeamStreams,
  actor: Actor,
  team: TeamThing,
  message: CommandMessage,
): Promise<CommandResult> {
  const command = commandNamed(teamStream, message.name);
  const capability = teamCapabilities.find((known): known is TeamCapability => known === command?.capability);
  if (!capability || !can(actor, capability, team))
    return { id: message.id, refused: 'unknown-command', detail: { name: message.name } };
  return streams.run({
    school: team.schoolId,
    team: team.teamId,
    person: actor.kind === 'person' ? actor.personId : null,
    member: memberOf(actor, team),
    message,
  });
}

function memberOf(actor: Actor, team: TeamThing): string | null {
  if (actor.kind === 'display') return null;
  return actor.memberships.find((membership) => membership.teamId === team.teamId)?.memberId ?? null;
}
