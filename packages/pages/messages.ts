import { commonMessages, type Messages } from '#packages/i18n';

/** The words that every page has. */
const nl = {
  ...commonMessages.nl,
  skip: 'Naar de inhoud',
  tabs: 'Hier ook',
  home: 'Samenbeter, naar je overzicht',
  homeSignedOut: 'Samenbeter, naar het begin',
  moment: 'Een ogenblik …',
  again: 'Probeer opnieuw',
  unreachable: 'Er is nu geen verbinding. Wat je invulde staat er nog; probeer het zo nog eens.',
  number: (number: string | number) => `Nummer: ${number}`,
  more: 'Toon meer',
  shown: (shown: number, total: number) => `${shown} van ${total}`,
  themeLabel: 'Licht of donker',
  themes: { auto: 'Zoals dit apparaat', light: 'Licht', dark: 'Donker' },
  account: 'Jij en je apparaten',
  toOverview: 'Naar je overzicht',
  copied: 'Gekopieerd',
  notCopied: 'Kopiëren lukte niet. Selecteer de tekst en kopieer zelf.',
};

const en = {
  ...commonMessages.en,
  skip: 'To the content',
  tabs: 'Also here',
  home: 'Samenbeter, to your overview',
  homeSignedOut: 'Samenbeter, to the beginning',
  moment: 'One moment …',
  again: 'Try again',
  unreachable: 'There is no connection now. What you filled in is still there; try again in a moment.',
  number: (number) => `Number: ${number}`,
  more: 'Show more',
  shown: (shown, total) => `${shown} of ${total}`,
  themeLabel: 'Light or dark',
  themes: { auto: 'Like this device', light: 'Light', dark: 'Dark' },
  account: 'You and your devices',
  toOverview: 'To your overview',
  copied: 'Copied',
  notCopied: 'Copying did not work. Select the text and copy it yourself.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
