import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build, loadConfigFromFile, type Rolldown } from 'vite';

/** See ../README.md. Builds the web client in memory and weighs what a browser fetches before it can show the board. */
const { values: words } = parseArgs({
  options: {
    /** A file for the figures. */
    json: { type: 'string' },
    modules: { type: 'string', default: '15' },
  },
});

/** design: the board's code and style, compressed; in thousands of bytes, the stricter reading. */
const LIMIT = 150_000;
const repository = join(import.meta.dirname, '..', '..');

async function buildInMemory(): Promise<Rolldown.RolldownOutput> {
  const found = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(repository, 'apps', 'web', 'vite.config.ts'),
  );
  if (!found) throw new Error('apps/web/vite.config.ts could not be read');
  const { plugins = [], ...config } = found.config;
  const output = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    // That one compresses what is on the disk.
    plugins: plugins.filter((plugin) => !isNamed(plugin, 'compressed')),
    build: { ...config.build, write: false },
  });
  if (!('output' in output)) throw new Error('one build was asked for, and something else came');
  return output;
}

const isNamed = (plugin: unknown, name: string): boolean =>
  typeof plugin === 'object' && plugin !== null && 'name' in plugin && plugin.name === name;

type File = { readonly name: string; readonly bytes: number; readonly compressed: number };

function weigh(files: Rolldown.RolldownOutput['output'], name: string): File {
  const file = files.find((known) => known.fileName === name);
  if (!file) throw new Error(`the build names ${name}, but has no such file`);
  const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
  return { name, bytes: content.length, compressed: brotliCompressSync(content).length };
}

const { output } = await buildInMemory();
const chunks = output.filter((file) => file.type === 'chunk');
const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === 'main');
if (!entry) throw new Error('the build has no entry called main');

/** The board is in the first page's own code (apps/web/app.tsx): the entry and all that it imports without being asked. */
const names = new Set([entry.fileName]);
for (const name of names) {
  const chunk = chunks.find((known) => known.fileName === name);
  for (const needed of [...(chunk?.imports ?? []), ...(chunk?.viteMetadata?.importedCss ?? [])])
    names.add(needed);
}
if (!chunks.some((chunk) => names.has(chunk.fileName) && holds(chunk, 'features/board/web/board-page.tsx')))
  throw new Error(
    'the board is no longer part of what is fetched first: this bench looks at the wrong files',
  );

function holds(chunk: Rolldown.OutputChunk, path: string): boolean {
  return Object.keys(chunk.modules).some((id) => id.endsWith(path));
}

const files = [...names].map((name) => weigh(output, name)).sort((a, b) => b.compressed - a.compressed);
const total = files.reduce((sum, file) => sum + file.compressed, 0);

/** What a module weighs by itself, minified and compressed with its neighbours, cannot be said; its share of the text can. */
const modules = chunks
  .filter((chunk) => names.has(chunk.fileName))
  .flatMap((chunk) => Object.entries(chunk.modules))
  .map(([id, { renderedLength }]) => ({
    name: relative(repository, id.replace(/^\0/, '')),
    bytes: renderedLength,
  }))
  .sort((a, b) => b.bytes - a.bytes);
const packages = Map.groupBy(modules, ({ name }) => groupOf(name));
const groups = [...packages]
  .map(([name, members]) => ({ name, bytes: members.reduce((sum, member) => sum + member.bytes, 0) }))
  .sort((a, b) => b.bytes - a.bytes);

function groupOf(name: string): string {
  const npm = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];
  return npm ?? name.split('/').slice(0, 3).join('/');
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
const list = (lines: readonly { name: string; bytes: number }[]) =>
  lines.map(({ name, bytes }) => `  ${kB(bytes)}  ${name}`).join('\n');
console.log(`
What the board loads, compressed (brotli)
${files.map((file) => `  ${kB(file.compressed)}  ${file.name} (${kB(file.bytes).trim()} plain)`).join('\n')}
  ${kB(total)}  together: ${((total / LIMIT) * 100).toFixed(0)} % of ${LIMIT / 1000} kB

Where it comes from (source text after what is not used was left out, before it is made small)
${list(groups.slice(0, Number(words.modules)))}

Largest modules
${list(modules.slice(0, Number(words.modules)))}
`);
if (words.json)
  writeFileSync(words.json, `${JSON.stringify({ limit: LIMIT, total, files, groups, modules }, null, 2)}\n`);
if (total > LIMIT) process.exitCode = 1;
