import { type AnyAccessKind, accessKind, type Implementation, implement } from '#packages/http/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { archivePage, historyPage, type OfStreams, streamContract } from '../contract.ts';
import type { Seats } from '../seat.ts';
import { refOf } from '../stream.ts';
import type { Caller, StreamDesk } from './desk.ts';

type Given = { readonly seats: Seats; readonly personId: string | null };

/** Lets in whoever is signed in. What they may read is asked stream by stream. */
export function streamAccess<Actor extends { readonly kind: string }>(
  seatsOf: (actor: Actor) => Seats,
): AnyAccessKind {
  return accessKind<Actor, OfStreams>({
    of: 'streams',
    find: ({ actor }) => ({
      seats: seatsOf(actor),
      personId: 'personId' in actor && typeof actor.personId === 'string' ? actor.personId : null,
    }),
    // Each stream works for whom its place says; nothing is done in the name of the request as a whole.
    context: () => ({ scope: 'sign-in' }),
  });
}

/** Streams over the wire: read them whole, follow their logs, send commands. */
export function streamEndpoints(desk: StreamDesk): readonly Implementation[] {
  const callerOf = (
    call: Given & {
      readonly sessionId: string | null;
      readonly again: () => Promise<Given | Refusal>;
    },
  ): Caller => ({
    sessionId: call.sessionId ?? '',
    personId: call.personId,
    seats: call.seats,
    seatsNow: async () => {
      const again = await call.again();
      return isRefusal(again) ? null : again.seats;
    },
  });
  return [
    implement(streamContract.snapshot)(async (call) => ({
      now: desk.now(),
      streams: await desk.snapshots(call.query.of, callerOf(call)),
    })),

    implement(streamContract.commands)(async (call) => {
      const results = await desk.run(call.body.commands, callerOf(call));
      return isRefusal(results) ? results : { now: desk.now(), results };
    }),

    implement(streamContract.follow)(async (call) => ({
      stream: (connection) => desk.follow(call.query.from, callerOf(call), connection),
    })),

    implement(streamContract.changes)(async (call) => {
      const streams = await desk.changes(call.query.from, call.query.wait, callerOf(call));
      return isRefusal(streams) ? streams : { now: desk.now(), streams };
    }),

    implement(streamContract.archive)(async (call) => {
      const { kind, before = null, ids } = call.query;
      const asked = ids ? { ids } : { before, most: archivePage };
      const records = await desk.archive(refOf(call.params.stream), kind, asked, callerOf(call));
      return isRefusal(records) ? refuse('not-found') : { records };
    }),

    implement(streamContract.history)(async (call) => {
      const page = { before: call.query.before ?? null, most: historyPage };
      const deeds = await desk.history(refOf(call.params.stream), page, callerOf(call));
      return isRefusal(deeds) ? refuse('not-found') : { deeds };
    }),
  ];
}
