import { build } from 'vite';

/** What a browser fetches to run a module with all that it needs, minified. Throws when something of Node is in it. */
export async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: true,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
        // Vite puts nothing in the place of a module of Node, and only warns.
        onwarn: (warning) => {
          throw new Error(warning.message ?? warning.code);
        },
      },
    },
  });
  if (!('output' in output)) throw new Error('one build was asked for, and something else came');
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}
