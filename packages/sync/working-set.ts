import type { Day } from '#packages/kernel';
import type { AnyState, Change, StreamDefinition } from './stream.ts';

/**
 * What has had its time in a state: facts that take it out of the working set. They go through the log like everything
 * else, so every device and the server keep the same records.
 */
export function leaving(definition: Pick<StreamDefinition, 'leaves'>, state: AnyState, today: Day): Change[] {
  return Object.entries(definition.leaves).flatMap(([kind, leaves]) =>
    (state[kind]?.all() ?? [])
      .filter((record) => leaves(record as never, { state: state as never, today }))
      .map(({ id }) => ({ archive: kind, id })),
  );
}
