import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOptions } from '../../scripts/start-options.ts';

const repository = join(import.meta.dirname, '..', '..');

/** Where the data is of a product that told its demonstration already (told.ts); absent outside a run of the journeys. */
const toldIn = 'SAMENBETER_TOLD_DATA';

/** The product as a stranger starts it, with a data folder of its own: started, killed, started again. */
export class Product {
  readonly #folder = mkdtempSync(join(tmpdir(), 'samenbeter-journey-'));
  #port = 0;
  #process: ChildProcess | null = null;

  constructor() {
    // PostgreSQL does not run as root, but as an account that has to get at its folder.
    chmodSync(this.#folder, 0o711);
  }

  get address(): string {
    return `http://localhost:${this.#port}`;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** From here on every new product of this run begins as this one is now. It stands still, and keeps its folder until `stop`. */
  async becomesTheFirst(): Promise<void> {
    await this.#end('SIGTERM');
    process.env[toldIn] = this.#data;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const told = process.env[toldIn];
    // `cp` keeps whose the files are: the database belongs to an account of its own where a journey runs as root.
    if (told && !existsSync(this.#data)) execFileSync('cp', ['-a', told, this.#data]);
    const child = spawn(process.execPath, [...startOptions, join(repository, 'scripts', 'start.ts')], {
      cwd: repository,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: String(this.#port),
        SAMENBETER_DATA: this.#data,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (text: unknown) => {
        said += String(text);
        if (said.includes(`${this.address}/`)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the product stopped with ${code}:\n${said}`)));
    });
    child.removeAllListeners('exit');
  }

  /** As a power cut would: nothing gets the chance to finish. The database goes on alone, as it would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    this.#endLostDatabase();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** A journey that failed while its server was killed leaves a database behind. */
  #endLostDatabase(): void {
    for (const file of globSync('**/postmaster.pid', { cwd: this.#folder })) {
      const [pid] = readFileSync(join(this.#folder, file), 'utf8').split('\n');
      try {
        process.kill(Number(pid), 'SIGQUIT');
      } catch {
        // It had gone by itself.
      }
    }
  }
}

/** Below the ports that a system gives out by itself, so that nothing takes it while the server is down. */
async function freePort(): Promise<number> {
  for (let port = 29_000 + Math.floor(Math.random() * 2500); ; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}
