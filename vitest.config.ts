import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{apps,features,packages,scripts,bench}/**/*.test.{ts,tsx}',
      'tests/{architecture,convergence,security,protocol}/**/*.test.ts',
    ],
    globalSetup: ['packages/testing/database/global-setup.ts'],
    setupFiles: ['packages/testing/fixed-seed.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
