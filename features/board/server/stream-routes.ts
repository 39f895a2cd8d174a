import * as z from 'zod/mini';
import { teamStream } from '#features/board/domain';
import {
  type Actor,
  can,
  type TeamCapability,
  type TeamThing,
  teamCapabilities,
} from '#features/people/domain';
import { type AnyRoute, route, teamParams } from '#features/people/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import {
  type CommandMessage,
  type CommandResult,
  commandMessage,
  commandNamed,
  WIRE_VERSION,
} from '#packages/sync';
import type { Hub, TeamStreams, Visitor } from '#packages/sync/server';

/** Longest a held-back listener waits for news, in seconds: under the patience of any proxy. */
const LONGEST_WAIT = 25;
const MOST_COMMANDS = 50;
/** Per browser: ten a second for a minute is more than any team does, and more than one can catch up with. */
const COMMANDS_PER_MINUTE = 600;

/** The board over the wire (docs/protocol.md): read it whole, follow its log, send commands. */
export function streamRoutes({ streams, hub }: { streams: TeamStreams; hub: Hub }): AnyRoute[] {
  return [
    route({
      method: 'GET',
      url: '/teams/:team/board',
      access: { of: 'team', capability: 'board.read' },
      summary: 'The whole board with the number of its last change.',
      params: teamParams,
      handle: async ({ team }) => {
        const snapshot = await streams.snapshot(team.schoolId, team.teamId);
        return snapshot ? { body: snapshot } : refuse('not-found');
      },
    }),

    route({
      method: 'POST',
      url: '/teams/:team/commands',
      access: { of: 'team', capability: 'board.read' },
      summary: 'Commands, done one after the other; each is answered by its number or a refusal.',
      params: teamParams,
      body: z.object({ commands: z.array(commandMessage).check(z.minLength(1), z.maxLength(MOST_COMMANDS)) }),
      bodyLimit: 256 * 1024,
      itemsPerMinute: { most: COMMANDS_PER_MINUTE, count: ({ commands }) => commands.length },
      handle: async ({ actor, team, body, refusedNow }) => {
        const results: CommandResult[] = [];
        for (const message of body.commands) {
          // Each takes its time. Whoever is sent away halfway sends the rest again another day; what was done stays done once.
          const refused = results.length > 0 ? await refusedNow() : null;
          if (refused) return refused;
          results.push(await runFor(streams, actor, team, message));
        }
        return { body: { now: streams.now(), results } };
      },
    }),

    route({
      method: 'GET',
      url: '/teams/:team/stream',
      access: { of: 'team', capability: 'board.read' },
      summary: 'The log as server-sent events, from the number after `after` or Last-Event-ID.',
      params: teamParams,
      query: z.object({ after: afterNumber() }),
      handle: async ({ actor, team, query, lastEventId, sessionId, refusedNow }) => ({
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
      }),
    }),

    route({
      method: 'GET',
      url: '/teams/:team/changes',
      access: { of: 'team', capability: 'board.read' },
      summary: 'The log by long polling, where something on the way holds streams back.',
      params: teamParams,
      query: z.object({
        after: afterNumber(),
        wait: z._default(z.coerce.number().check(z.minimum(0), z.maximum(LONGEST_WAIT)), 0),
      }),
      handle: async ({ actor, team, query, sessionId, refusedNow }) => {
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
          body: {
            version: WIRE_VERSION,
            now: streams.now(),
            presence: hub.presence(teamId),
            ...(entries === 'reset' ? { reset: true } : { entries }),
          },
        };
      },
    }),
  ];
}

function afterNumber() {
  return z._default(z.coerce.number().check(z.int(), z.minimum(0)), 0);
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
