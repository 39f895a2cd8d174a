import type { Analysis } from './analysis.ts';

interface Entry {
  readonly summary: string;
  /** Loaded when it is asked for, so that a start is quick. */
  readonly load: () => Promise<Analysis>;
}

export const ANALYSES: Readonly<Record<string, Entry>> = {
  alpha: {
    summary: "Cronbach's alpha of a scale, with what each question adds",
    load: async () => (await import('./analyses/alpha.ts')).alpha,
  },
  omega: {
    summary: "McDonald's omega total of a scale",
    load: async () => (await import('./analyses/omega.ts')).omega,
  },
  describe: {
    summary: 'n, mean, spread, quartiles per column and group; frequencies of categories',
    load: async () => (await import('./analyses/describe.ts')).describe,
  },
  standardise: {
    summary: 'standard scores within each test and year',
    load: async () => (await import('./analyses/standardise.ts')).standardise,
  },
  'check-report': {
    summary: 'published figures recomputed: what does not fit, and why',
    load: async () => (await import('./analyses/check-report.ts')).checkReport,
  },
};
