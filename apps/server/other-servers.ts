import type { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { type Presence, refOf, refText, type StreamRef } from '#packages/sync';
import type { Hub, Streams } from '#packages/sync/server';

/** Changes that are written within this time are told of together: a word costs the database more than what it says. */
const GATHER_MS = 15;
/** PostgreSQL carries less than 8,000 bytes at a time; all that is said here is ASCII. */
const LONGEST_WORD = 7_800;
/** A server that dies, or loses its connection, between a commit and telling of it: the others look for themselves this often. */
const LOOK_MS = 5_000;
const LOOK_AT_ONCE = 1_000;
/** Who is present is said again this often, for servers that came later or did not hear. */
const SAY_AGAIN_MS = 30_000;
/** A server that has not said it again for this long is gone, and its people with it. */
const BELIEVED_MS = 75_000;

const CHANGES = 'stream_change';
const PRESENCE = 'stream_presence';

type Parts = { readonly database: Database; readonly streams: Streams; readonly hub: Hub };

/**
 * Several servers on one database: each hears which streams the others wrote to and who is present there. What is said
 * is only ever a hint to look, and comes after the commit; the log itself is read from the database, by number.
 */
export async function joinOtherServers({
  database,
  streams,
  hub,
}: Parts): Promise<{ leave: () => Promise<void> }> {
  const me = newId();
  /** server and room -> when it was last said */
  const heardAt = new Map<string, { server: string; room: string; at: number }>();

  /** What is still to be said, the latest per room. */
  const untold = new Map<string, number>();
  const unsaid = new Map<string, Presence>();
  let saying: Promise<void> | null = null;
  const sayAll = async () => {
    for (const [room, here] of unsaid) {
      unsaid.delete(room);
      await database.notify(PRESENCE, `${me} ${room} ${JSON.stringify(here)}`);
    }
    const changes = [...untold].map(([room, seq]) => `${room} ${seq}`);
    untold.clear();
    for (const word of words(`${me}`, changes)) await database.notify(CHANGES, word);
  };
  const saySoon = () => {
    saying ??= new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS))
      // Only a hint, said again or looked for soon: a database that is away is no reason to fail.
      .then(() => sayAll().catch(() => {}))
      .then(() => {
        saying = null;
        if (untold.size > 0 || unsaid.size > 0) saySoon();
      });
  };
  const say = (room: string, here: Presence) => {
    unsaid.set(room, here);
    saySoon();
  };

  const hear = (text: string) => {
    const [server = '', room = '', said = ''] = text.split(' ');
    if (server === me || said === '') return;
    const there = JSON.parse(said) as Presence;
    const isEmpty = there.members.length + there.displays + there.guests === 0;
    if (isEmpty) heardAt.delete(`${server} ${room}`);
    else heardAt.set(`${server} ${room}`, { server, room, at: Date.now() });
    hub.hearPresence(server, room, isEmpty ? null : there);
  };

  const again = setInterval(() => {
    for (const room of hub.occupiedRooms()) say(room, hub.presenceHere(room));
    for (const [key, { server, room, at }] of heardAt) {
      if (Date.now() - at < BELIEVED_MS) continue;
      heardAt.delete(key);
      hub.hearPresence(server, room, null);
    }
  }, SAY_AGAIN_MS).unref();

  // A stream that cannot be read now is looked at again soon.
  const look = (ref: StreamRef, seq: number) => void streams.heard(ref, seq).catch(() => {});
  const heardChanges = (text: string) => {
    const [server, ...changes] = text.split(',');
    if (server === me) return;
    for (const change of changes) {
      const [room, seq] = change.split(' ');
      if (room && seq) look(refOf(room), Number(seq));
    }
  };
  const lookAround = async () => {
    const kept = streams.kept();
    for (let first = 0; first < kept.length; first += LOOK_AT_ONCE) {
      const ids = kept.slice(first, first + LOOK_AT_ONCE).map(({ id }) => id);
      const numbers = await database.within(
        { scope: 'clock' },
        (sql) => sql<{ id: string; kind: string; seq: number }[]>`
          select id, kind, seq from stream where id = any (string_to_array(${ids.join()}, ',')::uuid[])`,
      );
      for (const { id, kind, seq } of numbers) look({ kind, id }, seq);
    }
  };
  let isLooking = false;
  const looking = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    lookAround()
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_MS).unref();

  const stopChanges = await database.listen(CHANGES, heardChanges, () => streams.missed());
  const stopPresence = await database.listen(PRESENCE, hear, () => {});
  hub.onPresence = say;
  streams.onWritten = (ref, seq) => {
    untold.set(refText(ref), seq);
    saySoon();
  };

  return {
    leave: async () => {
      clearInterval(again);
      clearInterval(looking);
      hub.onPresence = null;
      streams.onWritten = null;
      await saying;
      await Promise.all([stopChanges(), stopPresence()]);
    },
  };
}

/** As few words as carry all of them, each beginning with who says it. */
function words(from: string, changes: readonly string[]): string[] {
  const all: string[] = [];
  let word = from;
  for (const change of changes) {
    if (word.length + change.length >= LONGEST_WORD) {
      all.push(word);
      word = from;
    }
    word += `,${change}`;
  }
  return word === from ? all : [...all, word];
}
