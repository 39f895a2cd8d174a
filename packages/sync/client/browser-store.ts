import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Declined, Kept, KeptSnapshot, Store, Waiting } from './ports.ts';

interface Shelves extends DBSchema {
  snapshot: { key: string; value: KeptSnapshot };
  waiting: { key: number; value: Waiting & { teamId: string }; indexes: { team: string; id: string } };
  declined: { key: string; value: Declined & { teamId: string }; indexes: { team: string } };
}

const NAME = 'samenbeter';

let opened: Promise<IDBPDatabase<Shelves>> | null = null;

function shelves(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('snapshot');
      const waiting = database.createObjectStore('waiting', { autoIncrement: true });
      waiting.createIndex('team', 'teamId');
      waiting.createIndex('id', 'id', { unique: true });
      database.createObjectStore('declined', { keyPath: 'id' }).createIndex('team', 'teamId');
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

/** What this browser keeps of one team: in IndexedDB, shared by its tabs. */
export function browserStore(teamId: string): Store {
  const waiting = async (): Promise<Waiting[]> =>
    (await shelves()).getAllFromIndex('waiting', 'team', teamId);
  return {
    waiting,
    load: async (): Promise<Kept> => {
      const database = await shelves();
      return {
        snapshot: (await database.get('snapshot', teamId)) ?? null,
        waiting: await waiting(),
        declined: await database.getAllFromIndex('declined', 'team', teamId),
      };
    },
    saveSnapshot: async (snapshot) => {
      await (await shelves()).put('snapshot', snapshot, teamId);
    },
    addWaiting: async (added) => {
      await (await shelves()).add('waiting', { ...added, teamId });
    },
    settle: async (ids, declined) => {
      const transaction = (await shelves()).transaction(['waiting', 'declined'], 'readwrite');
      const byId = transaction.objectStore('waiting').index('id');
      for (const id of ids) {
        const key = await byId.getKey(id);
        if (key !== undefined) await transaction.objectStore('waiting').delete(key);
      }
      for (const one of declined) await transaction.objectStore('declined').put({ ...one, teamId });
      await transaction.done;
    },
    dismiss: async (id) => {
      await (await shelves()).delete('declined', id);
    },
  };
}

/** How many changes of this browser nobody has acknowledged yet: asked before somebody signs out. */
export async function unsentOnThisDevice(): Promise<number> {
  return (await shelves()).count('waiting');
}

/** After signing out nothing of the school stays on the device. */
export async function clearThisDevice(): Promise<void> {
  const database = await shelves();
  await Promise.all([database.clear('snapshot'), database.clear('waiting'), database.clear('declined')]);
}
