import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Wat dit team voorbereidt',
  theme: 'Thema',
  themeHint: 'Bijvoorbeeld: begrijpend lezen.',
  themeMissing: 'Noem het thema.',
  endsOn: 'Tot en met',
  endsOnHint:
    'Met het thema eindigt ook het team; het bord blijft te lezen. De datum kan later worden verzet.',
  endsOnMissing: 'Kies de laatste dag.',
};

const en = {
  title: 'What this team prepares',
  theme: 'Theme',
  themeHint: 'For instance: reading comprehension.',
  themeMissing: 'Name the theme.',
  endsOn: 'Up to and including',
  endsOnHint: 'The team ends with its theme; the board can still be read. The day can be moved later.',
  endsOnMissing: 'Choose the last day.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
