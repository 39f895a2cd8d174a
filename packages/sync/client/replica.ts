import { dayIn, isRefusal } from '#packages/kernel';
import { runCommand } from '../run.ts';
import { applyChanges, plainOf, stateOf } from '../state.ts';
import type { AnyState, CommandContext, StreamDefinition, StreamRef } from '../stream.ts';
import type { CommandResult, LogEntry } from '../wire.ts';
import type { KeptSnapshot, Waiting } from './ports.ts';

/** A command of this device that the log has not brought yet; acknowledged once the server gave it a number. */
type Pending = Waiting & { readonly acknowledged: number | null };

/**
 * A stream's state on one device: what the server has confirmed, with what this device did on top of it.
 * Confirmed state + replay of what is still unconfirmed = what is shown.
 */
export class Replica {
  readonly #definition: StreamDefinition;
  readonly #ref: StreamRef;
  #confirmed: AnyState | null = null;
  #seq = 0;
  #pending: Pending[] = [];
  /** Worked out when somebody looks, and again when something has changed since. */
  #shown: AnyState | null = null;

  constructor(definition: StreamDefinition, ref: StreamRef) {
    this.#definition = definition;
    this.#ref = ref;
  }

  /** Whether anything is known of the stream. */
  get isKnown(): boolean {
    return this.#confirmed !== null;
  }

  get seq(): number {
    return this.#seq;
  }

  get unsent(): readonly Waiting[] {
    return this.#pending.filter(({ acknowledged }) => acknowledged === null);
  }

  /** For keeping on the device; null as long as nothing is known. */
  get snapshot(): KeptSnapshot | null {
    return (
      this.#confirmed && {
        seq: this.#seq,
        version: this.#definition.version,
        state: plainOf(this.#confirmed),
      }
    );
  }

  /** What is shown. What no longer fits on the confirmed state is left out: the server will say so. */
  shown(): AnyState | null {
    if (this.#confirmed === null) return null;
    if (this.#shown) return this.#shown;
    let state = this.#confirmed;
    for (const pending of this.#pending) {
      const outcome = runCommand(this.#definition, state, pending, this.context(pending));
      if (!isRefusal(outcome)) state = applyChanges(state, outcome);
    }
    this.#shown = state;
    return state;
  }

  context({ at, memberId }: Pick<Waiting, 'at' | 'memberId'>): CommandContext {
    return { stream: this.#ref, memberId, now: at, today: dayIn(Date.parse(at)) };
  }

  /** What the last visit left: taken over unless something newer is known already. */
  recall(snapshot: KeptSnapshot | null, waiting: readonly Waiting[]): void {
    if (snapshot?.version === this.#definition.version && this.#confirmed === null) this.adopt(snapshot);
    const known = new Set(this.#pending.map(({ id }) => id));
    const recalled = waiting
      .filter(({ id }) => !known.has(id))
      .map((one) => ({ ...one, acknowledged: null }));
    this.#pending = [...recalled, ...this.#pending];
    this.#shown = null;
  }

  add(waiting: Waiting): void {
    if (this.#pending.some(({ id }) => id === waiting.id)) return;
    this.#pending = [...this.#pending, { ...waiting, acknowledged: null }];
    this.#shown = null;
  }

  /** A whole state. One that was on its way while newer lines of the log came is passed over, unless `anew`. */
  adopt(snapshot: Pick<KeptSnapshot, 'seq' | 'state'>, anew = false): void {
    if (this.#confirmed === null || anew || snapshot.seq > this.#seq) {
      this.#confirmed = stateOf(this.#definition, snapshot.state);
      this.#seq = snapshot.seq;
    }
    this.#forget(null);
  }

  /** One line of the log. 'gap': something before it is missing, and it was not applied. */
  apply(entry: LogEntry): 'applied' | 'known' | 'gap' {
    if (this.#confirmed === null || entry.seq <= this.#seq) return 'known';
    if (entry.seq > this.#seq + 1) return 'gap';
    this.#confirmed = applyChanges(this.#confirmed, entry.changes);
    this.#seq = entry.seq;
    this.#forget(entry.commandId);
    return 'applied';
  }

  answered(results: readonly CommandResult[]): void {
    const answers = new Map(results.map((result) => [result.id, result]));
    this.#pending = this.#pending.flatMap((pending) => {
      const answer = answers.get(pending.id);
      if (!answer) return [pending];
      if ('refused' in answer) return [];
      // Still shown from here until the log brings it: no flicker between the answer and the news.
      return answer.seq <= this.#seq ? [] : [{ ...pending, acknowledged: answer.seq }];
    });
    this.#shown = null;
  }

  #forget(commandId: string | null): void {
    this.#shown = null;
    this.#pending = this.#pending.filter(
      ({ id, acknowledged }) => id !== commandId && (acknowledged === null || acknowledged > this.#seq),
    );
  }
}
