import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a browser fetches before it can draw a board, compressed as it is served (brotli), in bytes. */
export type FirstLoad = { readonly scripts: number; readonly styles: number; readonly files: number };

/** The most that it may be. A school's network is slow per byte and per request. */
export const MOST: FirstLoad = { scripts: 95_000, styles: 12_500, files: 6 };

/** Of the client in `folder`, as its page says it: the entry, and all that it imports without being asked. */
export function firstLoadOf(folder: string): FirstLoad {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(js|css))"/g)].map(([, file, kind]) => ({
    kind,
    bytes: statSync(join(folder, `${file}.br`)).size,
  }));
  const together = (wanted: string) =>
    named.filter(({ kind }) => kind === wanted).reduce((sum, { bytes }) => sum + bytes, 0);
  return { scripts: together('js'), styles: together('css'), files: named.length };
}

/** What is above its limit, in words; a page that names no script was not understood. */
export function tooHeavy(load: FirstLoad, most = MOST): readonly string[] {
  if (load.scripts === 0) return ['the page names no script: its first load could not be weighed'];
  const above = (['scripts', 'styles', 'files'] as const).filter((what) => load[what] > most[what]);
  return above.map(
    (what) => `the first load of the board has ${load[what]} of ${what}, and may have ${most[what]}`,
  );
}
