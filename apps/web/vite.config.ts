import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';

const repository = join(import.meta.dirname, '..', '..');

const outDir = join(repository, 'dist', 'web');

/** All but the entries themselves: the service worker has to be one file that stands alone. */
const ours = /[\\/](features|packages|node_modules)[\\/]/;

/** Compressed once here, so that the server only has to send. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const file of globSync('**/*.{js,css,svg,webmanifest}', { cwd: outDir })) {
      const bytes = readFileSync(join(outDir, file));
      writeFileSync(join(outDir, `${file}.br`), brotliCompressSync(bytes));
      writeFileSync(join(outDir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** A file by itself: as one more entry of the build it could come to share, and so to wait for, the page's own code. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  async generateBundle() {
    const file = join(import.meta.dirname, 'service-worker.ts');
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
    if (/^\s*import\b/m.test(code))
      throw new Error('the service worker has to stand alone, and imports something');
    this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker, compressed],
  // What draws the pages, at a fifth of the weight (decision 0017).
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
    ],
  },
  build: {
    outDir,
    emptyOutDir: true,
    // A school's old touch screen: Chromium of two years back.
    target: ['chrome130', 'edge130', 'firefox132', 'safari17.6'],
    // Everything comes from files of our own (content security policy): nothing is written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { main: join(import.meta.dirname, 'index.html') },
      output: {
        // A school's network is slow per request: few files, and the board's own come together.
        codeSplitting: {
          groups: [
            { name: 'board', tags: ['$initial'], test: ours, priority: 2 },
            {
              name: 'page',
              test: ours,
              entriesAware: true,
              entriesAwareMergeThreshold: 24 * 1024,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
