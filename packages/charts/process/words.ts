import type { Catalogue, Messages } from '#packages/i18n';

const nl = {
  when: 'Wanneer',
  value: 'Cijfer',
  signal: 'Anders dan anders',
  mean: (value: string) => `gemiddeld ${value}`,
  upper: (value: string) => `tot ${value}`,
  lower: (value: string) => `vanaf ${value}`,
  signals: {
    outside: 'buiten de grenzen',
    trend: 'zeven op rij omhoog of omlaag',
    'near-limit': 'twee van drie dicht bij een grens',
    'one-side': 'zeven op rij aan één kant',
  },
  ordinary: (mean: string) => `Het schommelt rond ${mean}; niets wijst op een verandering.`,
  changed: (mean: string, slot: string, signal: string) =>
    `Het schommelt rond ${mean}; anders dan anders, het laatst bij ${slot}: ${signal}.`,
  trial: 'De grenzen zijn voorlopig: er zijn nog geen twaalf punten.',
};

const en = {
  when: 'When',
  value: 'Figure',
  signal: 'Out of the ordinary',
  mean: (value) => `mean ${value}`,
  upper: (value) => `up to ${value}`,
  lower: (value) => `from ${value}`,
  signals: {
    outside: 'outside the limits',
    trend: 'seven in a row up or down',
    'near-limit': 'two of three near a limit',
    'one-side': 'seven in a row on one side',
  },
  ordinary: (mean) => `It goes up and down around ${mean}; nothing points to a change.`,
  changed: (mean, slot, signal) =>
    `It goes up and down around ${mean}; out of the ordinary, last at ${slot}: ${signal}.`,
  trial: 'The limits are trial limits: there are no twelve points yet.',
} satisfies Messages<typeof nl>;

export const processWords: Catalogue<typeof nl> = { nl, en };
