import { readFile } from 'node:fs/promises';
import { run } from './run.ts';

export interface Answered {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files that were written. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Runs the command line without a process.
 *
 * @param files by name; `-` is standard input. Other names are read from disk, from the folder of the repository.
 */
export async function stats(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Answered> {
  const written = new Map<string, string>();
  let out = '';
  let err = '';
  const code = await run(words, {
    read: (name) => {
      const given = files[name];
      if (given === undefined) return readFile(name);
      return Promise.resolve(typeof given === 'string' ? new TextEncoder().encode(given) : given);
    },
    write: (name, text) => {
      if (name.startsWith('forbidden/')) {
        return Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
      }
      written.set(name, text);
      return Promise.resolve();
    },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err, files: written };
}

/** The words of a command as a shell would split them. */
export function wordsOf(command: string): readonly string[] {
  return Array.from(
    command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
    ([, double, single, bare]) => double ?? single ?? bare,
  );
}

/** @throws when the analysis refuses. */
export async function json(command: string, files?: Parameters<typeof stats>[1]): Promise<unknown> {
  const { code, out, err } = await stats([...wordsOf(command), '--json'], files);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}
