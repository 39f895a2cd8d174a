import type { AnyState, CommandResult, LogEntry } from '../stream.ts';
import type { Declined, Presence, Waiting } from './ports.ts';
import type { Connection, TeamClient } from './team-client.ts';

/**
 * One connection per browser, shared by its tabs: a browser opens only six to a server over HTTP/1.1.
 * The tab that holds the lock keeps the stream and sends; the others hear of everything from it. The tab that
 * somebody looks at takes the lock over, since a browser puts hidden tabs to sleep.
 */
type Word =
  | { readonly is: 'entry'; readonly entry: LogEntry }
  | { readonly is: 'waiting'; readonly waiting: Waiting }
  | {
      readonly is: 'settled';
      readonly results: readonly CommandResult[];
      readonly declined: readonly Declined[];
    }
  | { readonly is: 'standing'; readonly connection: Connection; readonly presence: Presence }
  | { readonly is: 'anybody-there' };

export function shareAmongTabs<S extends AnyState>(client: TeamClient<S>, teamId: string): () => void {
  const name = `samenbeter-team-${teamId}`;
  // Without locks (an address without https) every tab keeps a connection of its own: correct, only less thrifty.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') {
    void client.connect();
    return () => client.disconnect();
  }

  const channel = new BroadcastChannel(name);
  const tell = (word: Word) => channel.postMessage(word);
  let leading = false;
  let closed = false;
  let letGo: () => void = () => {};

  const lead = (steal: boolean): void => {
    locks
      .request(name, steal ? { steal: true } : {}, () => {
        if (closed) return undefined;
        leading = true;
        void client.connect();
        return new Promise<void>((resolve) => {
          letGo = resolve;
        });
      })
      // Another tab took over.
      .catch(() => {
        if (!leading || closed) return;
        leading = false;
        client.disconnect();
        lead(false);
      });
  };

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.is === 'entry') client.receive(data.entry);
    else if (data.is === 'waiting') {
      client.adoptWaiting(data.waiting);
      if (leading) void client.flush();
    } else if (data.is === 'settled') client.settled(data.results, data.declined);
    else if (data.is === 'standing' && !leading) {
      client.setConnection(data.connection);
      client.receivePresence(data.presence);
    } else if (data.is === 'anybody-there' && leading) tellStanding();
  };
  const tellStanding = () => {
    const { connection, presence } = client.view();
    tell({ is: 'standing', connection, presence });
  };

  let before = client.view();
  const unwatch = client.watch(() => {
    const now = client.view();
    if (leading && (now.connection !== before.connection || now.presence !== before.presence)) tellStanding();
    before = now;
  });
  client.onEntry = (entry) => {
    if (leading) tell({ is: 'entry', entry });
  };
  client.onSettled = (results, declined) => tell({ is: 'settled', results, declined });
  client.onSent = (waiting) => tell({ is: 'waiting', waiting });

  const seen = () => {
    if (document.visibilityState === 'visible' && !leading) lead(true);
  };
  document.addEventListener('visibilitychange', seen);

  tell({ is: 'anybody-there' });
  lead(false);
  const second = setTimeout(() => !leading && void client.refresh(), 200);

  return () => {
    closed = true;
    clearTimeout(second);
    unwatch();
    document.removeEventListener('visibilitychange', seen);
    client.disconnect();
    letGo();
    channel.close();
  };
}
