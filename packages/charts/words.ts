import type { Catalogue, Messages } from '#packages/i18n';

/** What charts of all kinds say. */
const nl = {
  tableName: 'Alle cijfers als tabel',
  tooFew: 'te weinig antwoorden',
  tooFewThan: (threshold: number) => `Niet getoond: minder dan ${threshold} antwoorden`,
  nothing: 'Er is nog niets om te laten zien.',
  /** What is left out of a chart of several rows. */
  leftOut: (count: number) =>
    count === 1
      ? 'Eén rij tonen we niet: te weinig antwoorden.'
      : `${count} rijen tonen we niet: te weinig antwoorden.`,
  count: 'Aantal',
  noFigure: 'geen cijfer',
};

const en = {
  tableName: 'All figures as a table',
  tooFew: 'too few answers',
  tooFewThan: (threshold) => `Not shown: fewer than ${threshold} answers`,
  nothing: 'There is nothing to show yet.',
  leftOut: (count) =>
    count === 1 ? 'One row is not shown: too few answers.' : `${count} rows are not shown: too few answers.`,
  count: 'Number',
  noFigure: 'no figure',
} satisfies Messages<typeof nl>;

export const chartWords: Catalogue<typeof nl> = { nl, en };
