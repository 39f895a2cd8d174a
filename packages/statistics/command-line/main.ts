import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { run } from './run.ts';

// `… | head` stops reading when it has seen enough; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  read: (name) => (name === '-' ? buffer(process.stdin) : readFile(name)),
  write: (file, text) => writeFile(file, text),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
