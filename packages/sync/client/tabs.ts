import type { CommandResult, StreamEvents } from '../wire.ts';
import type { Device } from './device.ts';
import type { Cursors, Declined, Waiting } from './ports.ts';
import type { Connection } from './stream-client.ts';

/**
 * One connection per browser, shared by its tabs: a browser opens only six to a server over HTTP/1.1.
 * The tab that holds the lock follows all streams that any tab wants, and sends; the others hear of everything from it. The
 * tab that somebody looks at takes the lock over, since a browser puts hidden tabs to sleep.
 */
type Word =
  | { readonly is: 'event'; readonly name: keyof StreamEvents; readonly data: never }
  | { readonly is: 'waiting'; readonly waiting: Waiting }
  | {
      readonly is: 'settled';
      readonly results: readonly CommandResult[];
      readonly declined: readonly Declined[];
    }
  | { readonly is: 'standing'; readonly connection: Connection }
  | { readonly is: 'wants'; readonly tab: string; readonly cursors: Cursors }
  | { readonly is: 'who-wants' };

/** @param whose tabs of different people (one signed out, another in) do not speak for each other */
export function shareAmongTabs(device: Device, whose: string): () => void {
  const name = `samenbeter-${whose}`;
  // Without locks (an address without https) every tab keeps a connection of its own: correct, only less thrifty.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') {
    device.connect();
    return () => device.disconnect();
  }

  const channel = new BroadcastChannel(name);
  const tell = (word: Word) => channel.postMessage(word);
  const me = crypto.randomUUID();
  const wanted = new Map<string, Cursors>();
  /** The last that was said of each stream, for a tab that comes later. */
  const greetings = new Map<string, StreamEvents['hello']>();
  const presences = new Map<string, StreamEvents['presence']>();
  let leading = false;
  let closed = false;
  let letGo: () => void = () => {};

  const lead = (steal: boolean): void => {
    locks
      .request(name, steal ? { steal: true } : {}, () => {
        if (closed) return undefined;
        leading = true;
        wanted.clear();
        tell({ is: 'who-wants' });
        device.connect();
        return new Promise<void>((resolve) => {
          letGo = resolve;
        });
      })
      // Another tab took over.
      .catch(() => {
        if (!leading || closed) return;
        leading = false;
        device.disconnect();
        sayWants();
        lead(false);
      });
  };

  const sayWants = () => {
    if (!leading) tell({ is: 'wants', tab: me, cursors: device.cursors() });
  };

  const hearWants = (tab: string, cursors: Cursors) => {
    wanted.set(tab, cursors);
    const all = new Map<string, number>();
    for (const each of wanted.values())
      for (const [room, seq] of each) all.set(room, Math.min(seq, all.get(room) ?? seq));
    device.alsoFollow(all);
    tell({ is: 'standing', connection: device.connection });
    for (const room of cursors.keys()) {
      const [hello, presence] = [greetings.get(room), presences.get(room)];
      if (hello) tell({ is: 'event', name: 'hello', data: hello as never });
      if (presence) tell({ is: 'event', name: 'presence', data: presence as never });
    }
  };

  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    if (word.is === 'event') device.hear(word.name, word.data);
    else if (word.is === 'waiting') device.adopt(word.waiting);
    else if (word.is === 'settled') device.settled(word.results, word.declined);
    else if (word.is === 'standing') {
      if (!leading && word.connection !== 'live') device.stand(word.connection);
    } else if (word.is === 'who-wants') sayWants();
    else if (leading) hearWants(word.tab, word.cursors);
  };

  device.talk = {
    event: (name, data) => {
      if (!leading) return;
      if (name === 'hello') greetings.set(data.stream, data as StreamEvents['hello']);
      if (name === 'presence') presences.set(data.stream, data as StreamEvents['presence']);
      tell({ is: 'event', name, data: data as never });
    },
    kept: (waiting) => tell({ is: 'waiting', waiting }),
    settled: (results, declined) => tell({ is: 'settled', results, declined }),
    standing: (connection) => {
      if (!leading) return;
      if (connection !== 'live') greetings.clear();
      tell({ is: 'standing', connection });
    },
    wants: sayWants,
  };

  const seen = () => {
    if (document.visibilityState === 'visible' && !leading) lead(true);
  };
  document.addEventListener('visibilitychange', seen);
  sayWants();
  lead(false);

  return () => {
    closed = true;
    document.removeEventListener('visibilitychange', seen);
    device.talk = null;
    if (!leading) tell({ is: 'wants', tab: me, cursors: new Map() });
    device.disconnect();
    letGo();
    channel.close();
  };
}
