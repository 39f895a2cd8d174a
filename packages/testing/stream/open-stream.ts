import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { instantAt, isRefusal } from '#packages/kernel';
import {
  type AnyState,
  applyChanges,
  type Change,
  type CommandCall,
  type CommandContext,
  emptyState,
  type PayloadsOf,
  type PlainState,
  type Runnable,
  runCommand,
  undoOf,
} from '#packages/sync';

/** A readable id: 'id(3)' is the same in every test. */
export const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const teamId = id(1);

/** What became of a command: changes, no change at all, or the code of a refusal (with the field when it is 'invalid'). */
export type Became = 'done' | 'unchanged' | (string & {});

/**
 * A stream on the table: commands run as on the server, the state stands open to look at, and a change that does not
 * fit its record's schema is an error.
 */
export class OpenStream<State, Commands extends Runnable['commands']> {
  readonly #definition: Runnable;
  #state: AnyState;
  #day: string;
  #minutes = 0;
  #back: CommandCall | null = null;
  #by: string | null;

  constructor(
    definition: Pick<Runnable, 'records' | 'given'> & { readonly commands: Commands },
    start: { readonly changes: readonly Change[]; readonly today: string; readonly by: string | null },
  ) {
    this.#definition = definition;
    this.#state = applyChanges(emptyState(definition), start.changes);
    this.#day = start.today;
    this.#by = start.by;
  }

  get state(): State {
    return this.#state as State;
  }

  get now(): string {
    const afternoon = instantAt(this.#day, '15:45').getTime();
    return new Date(afternoon + this.#minutes * 60_000).toISOString();
  }

  get today(): string {
    return this.#day;
  }

  /** It becomes another day; the clock starts again at 15:45. */
  set today(day: string) {
    this.#day = day;
    this.#minutes = 0;
  }

  /** Who acts from here on; null is a board display. */
  set by(memberId: string | null) {
    this.#by = memberId;
  }

  /** In which a command would run now. */
  get context(): CommandContext {
    return { stream: { kind: 'team', id: teamId }, memberId: this.#by, now: this.now, today: this.#day };
  }

  /** Something that happened elsewhere. */
  apply(changes: readonly Change[]): void {
    this.#state = applyChanges(this.#state, changes);
  }

  do<Name extends keyof Commands & string>(name: Name, payload: PayloadsOf<Commands>[Name]): Became {
    return this.send({ name, payload });
  }

  /** As `do`, with a payload that the compiler does not check. */
  send(call: CommandCall): Became {
    const { context } = this;
    const back = undoOf(this.#definition, this.#state, call, context);
    const result = runCommand(this.#definition, this.#state, call, context);
    if (isRefusal(result)) {
      return result.refused === 'invalid' ? `invalid ${result.detail?.field ?? ''}` : result.refused;
    }
    for (const change of result) if ('put' in change) this.#fits(change.put, change.value);
    this.apply(result);
    this.#minutes += 1;
    this.#back = back;
    return result.length > 0 ? 'done' : 'unchanged';
  }

  /** Takes the last command back; 'no way back' when there is none. */
  undo(): Became {
    return this.#back === null ? 'no way back' : this.send(this.#back);
  }

  #fits(kind: string, value: unknown): void {
    const schema = this.#definition.records[kind];
    if (!schema) throw new Error(`No record of kind ${kind}`);
    if (!isDeepStrictEqual(z.parse(schema, value), value)) {
      throw new Error(`A ${kind} as its schema does not keep it: ${JSON.stringify(value)}`);
    }
  }
}

/** The state without what was removed: what people see. */
export function onShow(state: unknown): PlainState {
  const kinds = Object.entries(state as AnyState).map(([kind, records]) => {
    const shown = records.all().filter((record) => (record.removedAt ?? null) === null);
    return [kind, shown] as const;
  });
  return Object.fromEntries(kinds);
}
