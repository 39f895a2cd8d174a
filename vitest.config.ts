import { defineConfig } from 'vitest/config';
import { knowsToday } from './tests/knows-today.ts';

const setup = {
  setupFiles: [
    'packages/testing/moved-date.ts',
    'packages/testing/fixed-seed.ts',
    'packages/testing/equal-kinds.ts',
  ],
  // Generous: a machine that does other work must not make a test fail.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Days on which dates go wrong: a year's first school week, summer time, the holidays, a leap day. */
const movedDates = ['2027-01-04', '2027-03-28', '2027-08-01', '2028-02-29'];

const underOtherDates = knowsToday(import.meta.dirname);

export default defineConfig({
  test: {
    // Loading the house anew for each of two hundred files took longer than all tests together. No test changes what is global.
    isolate: false,
    maxWorkers: '100%',
    globalSetup: ['tests/database.ts'],
    projects: [
      {
        test: {
          ...setup,
          name: 'today',
          include: [
            '{apps,features,packages,scripts,bench}/**/*.test.{ts,tsx}',
            '!packages/statistics/**',
            'tests/{architecture,convergence,evidence,protocol,security,together}/**/*.test.ts',
          ],
        },
      },
      { test: { ...setup, name: 'statistics', include: ['packages/statistics/**/*.test.ts'] } },
      ...movedDates.map((day) => ({
        test: { ...setup, name: day, include: underOtherDates, env: { MOVED_DATE: day } },
      })),
    ],
  },
});
