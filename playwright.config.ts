import { defineConfig } from '@playwright/test';

/** The browser is found by scripts/test.ts (Debian's Chromium, or CHROMIUM_PATH); nothing is downloaded. */
export default defineConfig({
  testDir: 'tests/journeys',
  globalSetup: './tests/journeys/told.ts',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Each has a product of its own; most of a journey is waiting for a screen.
  workers: 2,
  retries: 0,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
