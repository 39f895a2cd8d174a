import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const repository = join(import.meta.dirname, '..');
const programs = join(repository, 'node_modules', '.bin');
let current: ChildProcess | undefined;

/** Runs one of the installed tools on this Node; what it says is kept, to be shown when it fails. */
export function runTool(
  name: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ succeeded: boolean; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(programs, name), ...words], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
        NO_COLOR: '1',
        ...environment,
      },
    });
    current = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
    }
    child.once('error', (error) => resolve({ succeeded: false, said: `${said}${error.message}` }));
    child.once('close', (code) => resolve({ succeeded: code === 0, said: said.trim() }));
  });
}

/** Passes a request to stop on to the tool that is running. */
export function stopTool(): void {
  current?.kill('SIGTERM');
}
