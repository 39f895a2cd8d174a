import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Cost, Memory, Question } from './measured-process.ts';

/** A process of this bench that answers one question at a time. */
export class Child {
  readonly #process: ChildProcess;

  constructor(
    file: string,
    given: { environment?: Record<string, string>; nodeOptions?: readonly string[]; quiet?: boolean } = {},
  ) {
    this.#process = fork(join(import.meta.dirname, file), [], {
      execArgv: ['--expose-gc', ...(given.nodeOptions ?? [])],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...given.environment },
      // The server's log is written, as in production, and thrown away.
      stdio: ['ignore', given.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    });
  }

  /** The next thing that it says. */
  said<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`a process of the bench ended with ${code}`));
      this.#process.once('exit', ended);
      this.#process.once('message', (message) => {
        this.#process.off('exit', ended);
        resolve(message as T);
      });
    });
  }

  ask<T>(question: object): Promise<T> {
    const answer = this.said<T>();
    this.#process.send(question);
    return answer;
  }

  cost(): Promise<Cost> {
    return this.ask<Cost>({ ask: 'cost' } satisfies Question);
  }

  memory(): Promise<Memory> {
    return this.ask<Memory>({ ask: 'memory' } satisfies Question);
  }

  /** Stands still, as if it were not there, while another is measured. */
  rest(): void {
    this.#process.kill('SIGSTOP');
  }

  wake(): void {
    this.#process.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), 15_000);
    this.wake();
    this.#process.send({ ask: 'stop' } satisfies Question);
    await gone;
    clearTimeout(impatient);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
