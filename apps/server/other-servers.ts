import type { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import type { Hub, Presence, TeamStreams } from '#packages/sync/server';

/** Who is present is said again this often, for servers that came later or did not hear. */
const SAY_AGAIN_MS = 30_000;
/** A server that has not said it again for this long is gone, and its people with it. */
const BELIEVED_MS = 75_000;

const CHANGES = 'team_change';
const PRESENCE = 'team_presence';

type Parts = { readonly database: Database; readonly streams: TeamStreams; readonly hub: Hub };

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
  /** server and team -> when it was last said */
  const heardAt = new Map<string, { server: string; team: string; at: number }>();

  /** What is still to be said: the latest per team, one after the other, so that nothing overtakes what came after it. */
  const unsaid = new Map<string, Presence>();
  let isSaying = false;
  const sayAll = async () => {
    if (isSaying) return;
    isSaying = true;
    for (const [team, here] of unsaid) {
      unsaid.delete(team);
      const text = `${me} ${team} ${JSON.stringify(here)}`;
      // Presence is only a courtesy: it is said again soon, so a database that is away is no reason to fail.
      await database
        .within({ scope: 'clock' }, (sql) => sql`select pg_notify(${PRESENCE}, ${text})`)
        .catch(() => {});
    }
    isSaying = false;
  };
  const say = (team: string, here: Presence) => {
    unsaid.set(team, here);
    void sayAll();
  };

  const hear = (text: string) => {
    const [server = '', team = '', said = ''] = text.split(' ');
    if (server === me || said === '') return;
    const there = JSON.parse(said) as Presence;
    const isEmpty = there.members.length + there.displays + there.guests === 0;
    if (isEmpty) heardAt.delete(`${server} ${team}`);
    else heardAt.set(`${server} ${team}`, { server, team, at: Date.now() });
    hub.hearPresence(server, team, isEmpty ? null : there);
  };

  const again = setInterval(() => {
    for (const team of hub.occupiedTeams()) say(team, hub.presenceHere(team));
    for (const [key, { server, team, at }] of heardAt) {
      if (Date.now() - at < BELIEVED_MS) continue;
      heardAt.delete(key);
      hub.hearPresence(server, team, null);
    }
  }, SAY_AGAIN_MS).unref();

  const heardChange = (text: string) => {
    const [team, seq] = text.split(' ');
    if (team && seq) void streams.heard(team, Number(seq));
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
