import type { Analysis } from './analysis.ts';

interface Entry {
  readonly summary: string;
  /** Loaded when it is asked for, so that a start is quick. */
  readonly load: () => Promise<Analysis>;
}

export const ANALYSES: Readonly<Record<string, Entry>> = {
  lmm: {
    summary: 'multilevel model: (1 | school/teacher), REML or ML, Satterthwaite',
    load: async () => (await import('./analyses/lmm.ts')).lmm,
  },
  alpha: {
    summary: "Cronbach's alpha of a scale, with what each question adds",
    load: async () => (await import('./analyses/alpha.ts')).alpha,
  },
  omega: {
    summary: "McDonald's omega total of a scale",
    load: async () => (await import('./analyses/omega.ts')).omega,
  },
  icc: {
    summary: 'intraclass correlation of groups, or of raters',
    load: async () => (await import('./analyses/icc.ts')).icc,
  },
  kappa: {
    summary: "Cohen's kappa of two raters, plain or weighted",
    load: async () => (await import('./analyses/kappa.ts')).kappa,
  },
  krippendorff: {
    summary: "Krippendorff's alpha of two raters or more, with or without gaps",
    load: async () => (await import('./analyses/krippendorff.ts')).krippendorff,
  },
  agreement: {
    summary: 'percentage agreement of two raters',
    load: async () => (await import('./analyses/agreement.ts')).agreement,
  },
  ttest: {
    summary: 't-test: paired, of two groups (Welch or Student), or against a given mean',
    load: async () => (await import('./analyses/ttest.ts')).ttest,
  },
  anova: {
    summary: 'analysis of variance of groups, one-way or crossed, with post-hoc tests',
    load: async () => (await import('./analyses/anova.ts')).anova,
  },
  'anova-rm': {
    summary: 'repeated measures of the same cases',
    load: async () => (await import('./analyses/anova-rm.ts')).anovaRm,
  },
  'anova-mixed': {
    summary: 'repeated measures of groups',
    load: async () => (await import('./analyses/anova-mixed.ts')).anovaMixed,
  },
  regression: {
    summary: 'multiple regression with standardised b, VIF and diagnostics',
    load: async () => (await import('./analyses/regression.ts')).regression,
  },
  stepwise: {
    summary: 'stepwise regression with stated entry and removal',
    load: async () => (await import('./analyses/stepwise.ts')).stepwise,
  },
  correlation: {
    summary: 'Pearson or Spearman, of two columns or every two of more',
    load: async () => (await import('./analyses/correlation.ts')).correlation,
  },
  missing: {
    summary: 'what is missing and together with what; who stayed and who left; trend at point',
    load: async () => (await import('./analyses/missing.ts')).missing,
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
