import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const repository = join(import.meta.dirname, '..', '..');

const outDir = join(repository, 'dist', 'web');

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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed],
  build: {
    outDir,
    emptyOutDir: true,
    // A school's old touch screen: Chromium of two years back.
    target: ['chrome130', 'edge130', 'firefox132', 'safari17.6'],
    // Everything comes from files of our own (content security policy): nothing is written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        main: join(import.meta.dirname, 'index.html'),
        'service-worker': join(import.meta.dirname, 'service-worker.ts'),
      },
      output: {
        // A school's network is slow per request: few files, and the board's own come together.
        codeSplitting: {
          groups: [
            {
              name: 'board',
              tags: ['$initial'],
              test: /[\\/](features|packages|node_modules)[\\/]/,
              priority: 2,
            },
            { name: 'page', entriesAware: true, entriesAwareMergeThreshold: 24 * 1024, priority: 1 },
          ],
        },
        entryFileNames: (chunk) =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
