import { newId } from '#packages/kernel';
import { commandsBody } from '../wire.ts';

/** What a team does all day: note a success, take on an action, tick it off. ASCII, so that characters are bytes. */
export class Commands {
  readonly #teamId: string;
  readonly #memberId: string;
  #turn: number;
  /** The last that was taken on, and the one before it, which the server has surely heard of. */
  #latest: string | null = null;
  #earlier: string | null = null;

  constructor(teamId: string, memberId: string, firstTurn: number) {
    this.#teamId = teamId;
    this.#memberId = memberId;
    this.#turn = firstTurn;
  }

  next(): { id: string; body: string } {
    const id = newId();
    return { id, body: commandsBody(this.#teamId, { id, ...this.#what() }) };
  }

  #what(): { name: string; payload: unknown } {
    const turn = this.#turn++ % 3;
    if (turn === 1) {
      this.#earlier = this.#latest;
      this.#latest = newId();
      return {
        name: 'action.add',
        payload: {
          id: this.#latest,
          kind: 'team',
          text: 'Exit tickets maken voor de les van vrijdag',
          ownerId: this.#memberId,
          alsoIds: [],
          goalId: null,
          due: null,
        },
      };
    }
    if (turn === 2 && this.#earlier !== null)
      return { name: 'action.tick', payload: { actionId: this.#earlier, doneAt: null } };
    return {
      name: 'success.add',
      payload: {
        id: newId(),
        text: 'Groep 7 legde zelf het lesdoel uit aan de gasten.',
        byId: this.#memberId,
        aboutId: null,
        goalId: null,
      },
    };
  }
}
