import * as z from 'zod/mini';
import { type Refusal, refuse } from '#packages/kernel';
import type { AnyCommand, AnyState, Change, CommandCall, CommandContext, Runnable } from './stream.ts';

/**
 * Runs one command on a state: the same on the device (at once, a guess) and on the server (binding).
 * Refuses 'unknown-command' and 'invalid' (with the first faulty field); everything else is the feature's own word.
 */
export function runCommand(
  definition: Runnable,
  state: AnyState,
  call: CommandCall,
  context: CommandContext,
): readonly Change[] | Refusal {
  const command = commandNamed(definition, call.name);
  if (!command) return refuse('unknown-command', { name: call.name });
  const parsed = payloadOf(command, call.payload);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('invalid', { field: issue ? issue.path.join('.') : '', code: issue?.code ?? '' });
  }
  return command.run(state as never, parsed.data as never, context);
}

/** The call that takes a command back, or null when there is none (or it would not have been accepted). */
export function undoOf(
  definition: Runnable,
  before: AnyState,
  call: CommandCall,
  context: CommandContext,
): CommandCall | null {
  const command = commandNamed(definition, call.name);
  if (!command?.undo) return null;
  const parsed = payloadOf(command, call.payload);
  return parsed.success ? command.undo(before as never, parsed.data as never, context) : null;
}

/** A payload as this version has it; one of an earlier version is made one of this version first. */
function payloadOf(command: AnyCommand, payload: unknown) {
  const parsed = z.safeParse(command.payload, payload);
  if (parsed.success || !command.upgrade) return parsed;
  try {
    const upgraded = z.safeParse(command.payload, command.upgrade(payload));
    return upgraded.success ? upgraded : parsed;
  } catch {
    // What an upgrade cannot read is no payload of any version.
    return parsed;
  }
}

/** A name comes from outside: what every object has by nature ('constructor') is no command. */
export function commandNamed({ commands }: Pick<Runnable, 'commands'>, name: string): AnyCommand | undefined {
  if (Object.hasOwn(commands, name)) return commands[name];
  return Object.values(commands).find(({ was }) => was?.includes(name));
}
