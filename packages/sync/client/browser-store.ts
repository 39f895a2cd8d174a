import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Declined, Kept, KeptSnapshot, Store, Waiting } from './ports.ts';

interface Shelves extends DBSchema {
  snapshot: { key: string; value: KeptSnapshot };
  waiting: { key: number; value: Waiting; indexes: { stream: string; id: string } };
  declined: { key: string; value: Declined; indexes: { stream: string } };
}

const NAME = 'samenbeter';
/** 1 knew one kind of stream only; no release had it. */
const VERSION = 2;

let opened: Promise<IDBPDatabase<Shelves>> | null = null;

function shelves(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>(NAME, VERSION, {
    upgrade(database) {
      for (const shelf of [...database.objectStoreNames]) database.deleteObjectStore(shelf);
      database.createObjectStore('snapshot');
      const waiting = database.createObjectStore('waiting', { autoIncrement: true });
      waiting.createIndex('stream', 'stream');
      waiting.createIndex('id', 'id', { unique: true });
      database.createObjectStore('declined', { keyPath: 'id' }).createIndex('stream', 'stream');
    },
    // A newer version in another tab wants to change the shelves: this one lets go, and asks again when it needs them.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

/** What this browser keeps of its streams: in IndexedDB, shared by its tabs. */
export const browserStore: Store = {
  waiting: async () => (await shelves()).getAll('waiting'),
  load: async (stream): Promise<Kept> => {
    const database = await shelves();
    return {
      snapshot: (await database.get('snapshot', stream)) ?? null,
      waiting: await database.getAllFromIndex('waiting', 'stream', stream),
      declined: await database.getAllFromIndex('declined', 'stream', stream),
    };
  },
  saveSnapshot: async (stream, snapshot) => {
    await (await shelves()).put('snapshot', snapshot, stream);
  },
  addWaiting: async (added) => {
    await (await shelves()).add('waiting', added);
  },
  settle: async (ids, declined) => {
    const transaction = (await shelves()).transaction(['waiting', 'declined'], 'readwrite');
    const byId = transaction.objectStore('waiting').index('id');
    for (const id of ids) {
      const key = await byId.getKey(id);
      if (key !== undefined) await transaction.objectStore('waiting').delete(key);
    }
    for (const one of declined) await transaction.objectStore('declined').put(one);
    await transaction.done;
  },
  dismiss: async (id) => {
    await (await shelves()).delete('declined', id);
  },
};

/** How many changes of this browser nobody has acknowledged yet: asked before somebody signs out. */
export async function unsentOnThisDevice(): Promise<number> {
  return (await shelves()).count('waiting');
}

/** After signing out nothing of the school stays on the device. */
export async function clearThisDevice(): Promise<void> {
  const database = await shelves();
  await Promise.all([database.clear('snapshot'), database.clear('waiting'), database.clear('declined')]);
}
