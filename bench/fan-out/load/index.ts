import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoadedTeam } from '../school.ts';
import { spreadOf } from '../spread.ts';
import { COMMANDS_PATH, followPath, isDone } from '../wire.ts';
import { Commands } from './commands.ts';
import { type DocumentLine, DocumentSender, Edits, openDocument } from './document.ts';
import { Listener } from './listener.ts';
import { Sender } from './sender.ts';

/** The load generator, in a process of its own: everybody who listens, and whoever sends. */
export type LoadQuestion =
  | {
      readonly do: 'open';
      readonly port: number;
      readonly teams: readonly LoadedTeam[];
      /** Given for a server of documents: how many bytes an edit has. */
      readonly editBytes?: number | undefined;
    }
  /** `perSecond` null: all of them in one instant. */
  | {
      readonly do: 'run';
      readonly port: number;
      readonly commands: number;
      readonly perSecond: number | null;
    }
  /** The server will be killed now, and started again: answers when everybody is back. */
  | { readonly do: 'come-back'; readonly port: number; readonly perSecond: number };

export type ComeBack = {
  /** Milliseconds from the first lost connection to the last that is open again. */
  readonly lastBack: number;
  /** Of the commands that were sent meanwhile and answered: who is not answered sends again. */
  readonly slowest: number;
  readonly answered: number;
};

export type LoadAnswer = {
  readonly sent: number;
  readonly acknowledge: Spread;
  readonly deliver: Spread;
  /** How late this process itself was with sending: when it is large, the machine was too busy to measure on. */
  readonly ownDelay: Spread;
  readonly refused: number;
  readonly unanswered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly frameBytes: number;
  readonly answerBytes: number;
};
type Spread = ReturnType<typeof spreadOf>;

const OPEN_AT_ONCE = 64;
const PATIENCE_SECONDS = 10;

type Team = {
  readonly sender: Pick<Sender, 'send' | 'close'>;
  readonly commands: Pick<Commands, 'next'>;
  readonly listeners: Listener[];
  /** Opens one of its streams anew, from where it was. */
  readonly again: (index: number, last: number) => Promise<Listener>;
};

class Load {
  readonly #port: number;
  readonly #teams: Team[] = [];
  readonly #sentAt = new Map<string, number>();
  #deliver: number[] = [];
  #frameBytes = 0;

  constructor(port: number) {
    this.#port = port;
  }

  async open(teams: readonly LoadedTeam[], editBytes?: number): Promise<void> {
    const todo = [...teams.entries()];
    const openNext = async (): Promise<void> => {
      for (let next = todo.pop(); next; next = todo.pop()) {
        const [index, { teamId, schoolId, memberId, tokens }] = next;
        if (editBytes !== undefined) {
          this.#teams.push(await this.#openDocuments(teamId, tokens.length, editBytes));
          continue;
        }
        const listeners: Listener[] = [];
        for (const token of tokens)
          listeners.push(await Listener.open(this.#port, followPath(teamId, schoolId), token, this.#heard));
        const sender = new Sender(this.#port, COMMANDS_PATH, tokens[0] ?? '');
        const again = (at: number, last: number) =>
          Listener.open(this.#port, followPath(teamId, schoolId, last), tokens[at] ?? '', this.#heard);
        this.#teams.push({ sender, listeners, again, commands: new Commands(teamId, memberId, index) });
      }
    };
    await Promise.all(Array.from({ length: OPEN_AT_ONCE }, openNext));
  }

  async #openDocuments(document: string, count: number, editBytes: number): Promise<Team> {
    const lines: DocumentLine[] = [];
    while (lines.length < count) lines.push(await openDocument(this.#port, document, this.#heard));
    const [first] = lines;
    if (!first) throw new Error('a team without listeners');
    const listeners = lines.map(({ listener }) => listener);
    const again = async () => (await openDocument(this.#port, document, this.#heard)).listener;
    const sender = new DocumentSender(document, first.socket);
    return { sender, listeners, again, commands: new Edits(editBytes) };
  }

  #heard = (commandId: string, bytes: number): void => {
    const at = this.#sentAt.get(commandId);
    if (at === undefined) return;
    this.#deliver.push(performance.now() - at);
    this.#frameBytes = bytes;
  };

  async run(total: number, perSecond: number | null): Promise<LoadAnswer> {
    this.#deliver = [];
    this.#sentAt.clear();
    for (const { listeners } of this.#teams)
      for (const listener of listeners) Object.assign(listener, { lost: 0, doubled: 0 });
    const acknowledge: number[] = [];
    const ownDelay: number[] = [];
    let refused = 0;
    let answerBytes = 0;
    const begin = performance.now();
    // Evenly over the time, team by team, whether answers come or not.
    for (let sent = 0; sent < total; ) {
      const due = perSecond === null ? begin : begin + (sent / perSecond) * 1000;
      const now = performance.now();
      if (now < due) {
        await pause(1);
        continue;
      }
      const team = this.#teams[sent % this.#teams.length];
      sent += 1;
      if (!team) continue;
      const { id, body } = team.commands.next();
      ownDelay.push(now - due);
      const at = performance.now();
      this.#sentAt.set(id, at);
      team.sender.send(body, (answer) => {
        acknowledge.push(performance.now() - at);
        answerBytes = answer.length;
        if (!isDone(answer)) {
          refused += 1;
          if (refused === 1) console.error(`refused: ${answer.slice(0, 300)}`);
        }
      });
    }
    const listeners = this.#teams.flatMap((team) => team.listeners);
    const perTeam = listeners.length / this.#teams.length;
    const deadline = performance.now() + PATIENCE_SECONDS * 1000;
    const isComplete = () =>
      acknowledge.length === total && this.#deliver.length >= (total - refused) * perTeam;
    while (!isComplete() && performance.now() < deadline) await pause(20);
    await pause(200);
    const doubled = listeners.reduce((sum, listener) => sum + listener.doubled, 0);
    const skipped = listeners.reduce((sum, listener) => sum + listener.lost, 0);
    const missing = (total - refused) * perTeam - (this.#deliver.length - doubled);
    return {
      sent: total,
      acknowledge: spreadOf(acknowledge),
      deliver: spreadOf(this.#deliver),
      ownDelay: spreadOf(ownDelay),
      refused,
      unanswered: total - acknowledge.length,
      lost: Math.max(skipped, missing),
      doubled,
      frameBytes: this.#frameBytes,
      answerBytes,
    };
  }

  async comeBack(perSecond: number): Promise<ComeBack> {
    let firstGone = Number.POSITIVE_INFINITY;
    let lastBack = 0;
    let away = 0;
    for (const { listeners, again } of this.#teams)
      for (const [index, listener] of listeners.entries()) {
        away += 1;
        void listener.gone.then(async () => {
          firstGone = Math.min(firstGone, performance.now());
          for (let opened: Listener | null = null; !opened; ) {
            await pause(listener.retry);
            opened = await again(index, listener.last).catch(() => null);
            if (opened) listeners[index] = opened;
          }
          lastBack = performance.now();
          away -= 1;
        });
      }
    const begin = performance.now();
    const times: number[] = [];
    for (let sent = 0; away > 0; ) {
      if (performance.now() < begin + (sent / perSecond) * 1000) {
        await pause(1);
        continue;
      }
      const team = this.#teams[sent % this.#teams.length];
      sent += 1;
      const at = performance.now();
      team?.sender.send(team.commands.next().body, () => times.push(performance.now() - at));
    }
    return { lastBack: lastBack - firstGone, slowest: spreadOf(times).max, answered: times.length };
  }

  close(): void {
    for (const { sender, listeners } of this.#teams) {
      sender.close();
      for (const listener of listeners) listener.close();
    }
  }
}

const loads = new Map<number, Load>();

process.on('message', (question: LoadQuestion) => void answer(question));
process.on('disconnect', () => process.exit());

async function answer(question: LoadQuestion): Promise<void> {
  try {
    const load = loads.get(question.port) ?? new Load(question.port);
    loads.set(question.port, load);
    if (question.do === 'open') {
      await load.open(question.teams, question.editBytes);
      process.send?.('open');
    } else if (question.do === 'come-back') {
      process.send?.(await load.comeBack(question.perSecond));
    } else {
      process.send?.(await load.run(question.commands, question.perSecond));
    }
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
