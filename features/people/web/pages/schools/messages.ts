import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Scholen',
  search: 'Zoek op naam of BRIN-nummer',
  site: (brin: string, site: number | null) => (site === null ? brin : `${brin}, vestiging ${site}`),
  none: 'Geen school gevonden',
  noneText: 'Kijk of de naam klopt, of zoek op een deel ervan.',
};

const en = {
  title: 'Schools',
  search: 'Look up by name or BRIN number',
  site: (brin: string, site: number | null) => (site === null ? brin : `${brin}, site ${site}`),
  none: 'No school found',
  noneText: 'See whether the name is right, or look for a part of it.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
