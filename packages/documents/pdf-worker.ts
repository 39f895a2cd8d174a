import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Sets one document at a time, in a thread of its own: see pdf.ts. */

export type Work = { readonly template: string; readonly data: unknown };
export type Outcome = { readonly pdf: Uint8Array } | { readonly fault: string };

const { resolve } = createRequire(import.meta.url);
const fontPaths = ['atkinson-hyperlegible-next', 'bricolage-grotesque', 'noto-emoji'].map((family) =>
  dirname(resolve(`@expo-google-fonts/${family}/package.json`)),
);
// A template reaches no file but the data that is put there.
const workspace = join(import.meta.dirname, 'nothing');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });

function set({ template, data }: Work): Outcome {
  // As a file that the template reads: what somebody wrote is never part of the program.
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)));
  const as = (pdfStandard: 'ua-1' | '1.7') =>
    compiler.pdf({ mainFileContent: template }, { pdfStandard, creationTimestamp: 0 });
  try {
    try {
      return { pdf: as('ua-1') };
    } catch (fault) {
      // D8: a letter that no font of ours has. Anything else is a fault of the template.
      if (!/could not be displayed/.test(told(fault))) throw fault;
      return { pdf: as('1.7') };
    }
  } catch (fault) {
    return { fault: told(fault) };
  } finally {
    compiler.evictCache(0);
  }
}

const told = (fault: unknown): string => {
  const { shortDiagnostics, message } = fault as { shortDiagnostics?: unknown; message?: unknown };
  return `${String(message)} ${JSON.stringify(shortDiagnostics ?? [])}`;
};

parentPort?.on('message', (work: Work) => parentPort?.postMessage(set(work)));
