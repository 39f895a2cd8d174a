import type { Messages } from '#packages/i18n';

const nl = {
  skip: 'Naar de inhoud',
  home: 'Samenbeter, naar je overzicht',
  homeSignedOut: 'Samenbeter, naar het begin',
  moment: 'Een ogenblik …',
  again: 'Probeer opnieuw',
  themeLabel: 'Licht of donker',
  themes: { auto: 'Zoals dit apparaat', light: 'Licht', dark: 'Donker' },
  account: 'Jij en je apparaten',
  close: 'Sluiten',
  cancel: 'Toch niet',
  toOverview: 'Naar je overzicht',
  copied: 'Gekopieerd',
  notCopied: 'Kopiëren lukte niet. Selecteer de tekst en kopieer zelf.',
};

const en = {
  skip: 'To the content',
  home: 'Samenbeter, to your overview',
  homeSignedOut: 'Samenbeter, to the beginning',
  moment: 'One moment …',
  again: 'Try again',
  themeLabel: 'Light or dark',
  themes: { auto: 'Like this device', light: 'Light', dark: 'Dark' },
  account: 'You and your devices',
  close: 'Close',
  cancel: 'Never mind',
  toOverview: 'To your overview',
  copied: 'Copied',
  notCopied: 'Copying did not work. Select the text and copy it yourself.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
