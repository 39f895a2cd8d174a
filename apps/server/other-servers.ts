import type { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { type Presence, refOf } from '#packages/sync';
import type { Hub, Streams } from '#packages/sync/server';

/** Who is present is said again this often, for servers that came later or did not hear. */
const SAY_AGAIN_MS = 30_000;
/** A server that has not said it again for this long is gone, and its people with it. */
const BELIEVED_MS = 75_000;

const CHANGES = 'stream_change';
const PRESENCE = 'stream_presence';

type Parts = { readonly database: Database; readonly streams: Streams; readonly hub: Hub };

/**
 * Several servers on one database: each hears which streams the others wrote to and who is present there. What is said
 * is only ever a hint to look; the log itself is read from the database.
 */
export async function joinOtherServers({
  database,
  streams,
  hub,
}: Parts): Promise<{ leave: () => Promise<void> }> {
  const me = newId();
  /** server and room -> when it was last said */
  const heardAt = new Map<string, { server: string; room: string; at: number }>();

  /** What is still to be said: the latest per room, one after the other, so that nothing overtakes what came after it. */
  const unsaid = new Map<string, Presence>();
  let isSaying = false;
  const sayAll = async () => {
    if (isSaying) return;
    isSaying = true;
    for (const [room, here] of unsaid) {
      unsaid.delete(room);
      const text = `${me} ${room} ${JSON.stringify(here)}`;
      // Presence is only a courtesy: it is said again soon, so a database that is away is no reason to fail.
      await database
        .within({ scope: 'clock' }, (sql) => sql`select pg_notify(${PRESENCE}, ${text})`)
        .catch(() => {});
    }
    isSaying = false;
  };
  const say = (room: string, here: Presence) => {
    unsaid.set(room, here);
    void sayAll();
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

  const heardChange = (text: string) => {
    const [room, seq] = text.split(' ');
    if (room && seq) void streams.heard(refOf(room), Number(seq));
  };
  const stopChanges = await database.listen(CHANGES, heardChange, () => streams.missed());
  const stopPresence = await database.listen(PRESENCE, hear, () => {});
  hub.onPresence = say;

  return {
    leave: async () => {
      clearInterval(again);
      hub.onPresence = null;
      await Promise.all([stopChanges(), stopPresence()]);
    },
  };
}
