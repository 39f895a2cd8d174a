import { commandNamed } from './run.ts';
import type { CommandCall, Runnable } from './stream.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The records that a command is about, so that they can be marked on the screen as long as nobody has acknowledged it. A
 * command may say so itself; else it is a new record's `id`, the id named after the command's kind ('goal.edit' has a
 * goalId), and those of records in a list.
 */
export function aboutOf(
  definition: Pick<Runnable, 'commands'>,
  { name, payload }: CommandCall,
): readonly string[] {
  const about = commandNamed(definition, name)?.about;
  if (about) return about(payload as never);
  if (!isObject(payload)) return [];
  const kind = name.split('.')[0] ?? '';
  const own = [payload.id, payload[`${kind}Id`]];
  const listed = Object.values(payload).flatMap((list) =>
    Array.isArray(list) ? list.flatMap((item) => (isObject(item) ? [item.id] : [])) : [],
  );
  return [...own, ...listed].filter((id) => typeof id === 'string');
}
