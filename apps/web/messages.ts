import type { Messages } from '#packages/i18n';

const nl = {
  toasts: 'Meldingen',
  close: 'Sluiten',
  moment: 'Een ogenblik …',
  unreachableTitle: 'Geen verbinding',
  unreachableText: 'Samenbeter is nu niet te bereiken. Controleer de wifi en probeer het zo nog eens.',
  nothingHereTitle: 'Hier is niets te vinden',
  nothingHereText: 'Misschien is de link niet compleet, of is wat hier stond weggehaald.',
};

const en = {
  toasts: 'Messages',
  close: 'Close',
  moment: 'One moment …',
  unreachableTitle: 'No connection',
  unreachableText: 'Samenbeter cannot be reached right now. Check the Wi-Fi and try again in a moment.',
  nothingHereTitle: 'There is nothing here',
  nothingHereText: 'The link may be incomplete, or what was here has been taken away.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
