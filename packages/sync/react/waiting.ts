import { useMemo } from 'react';
import type { Waiting } from '../client/index.ts';
import { useTeam } from './team-context.tsx';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The records that unsent commands are about, so that they can be marked on the screen: a new record's `id`, the id
 * named after the command's kind ('goal.edit' has a goalId), and those of records in a list.
 */
export function recordsWaiting(unsent: readonly Pick<Waiting, 'name' | 'payload'>[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { name, payload } of unsent) {
    if (!isObject(payload)) continue;
    const kind = name.split('.')[0] ?? '';
    // A parked topic's commands say topicId.
    for (const key of ['id', `${kind}Id`, 'topicId']) {
      const id = payload[key];
      if (typeof id === 'string') ids.add(id);
    }
    for (const list of Object.values(payload)) {
      if (!Array.isArray(list)) continue;
      for (const item of list) if (isObject(item) && typeof item.id === 'string') ids.add(item.id);
    }
  }
  return ids;
}

/** Whether the record with this id holds something that no server has acknowledged yet. */
export function useWaiting(): (id: string) => boolean {
  const { unsent } = useTeam<unknown, Record<string, never>>();
  const ids = useMemo(() => recordsWaiting(unsent), [unsent]);
  return (id) => ids.has(id);
}
