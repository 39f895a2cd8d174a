import { commonMessages, type Messages } from '#packages/i18n';

const nl = {
  ...commonMessages.nl,
  toasts: 'Meldingen',
  moment: 'Een ogenblik …',
  unreachableTitle: 'Geen verbinding',
  unreachableText:
    'Samenbeter is nu niet te bereiken. Kijk of de wifi aan staat. We blijven het vanzelf proberen.',
  tryAgain: 'Probeer het nu',
  toOverview: 'Naar het begin',
  skip: 'Naar de inhoud',
  doors: 'Deuren',
  otherTeam: 'Kies een ander bord',
  you: 'Jij',
  nothingHereTitle: 'Hier is niets te vinden',
  nothingHereText: 'Misschien is de link niet compleet, of is wat hier stond weggehaald.',
};

const en = {
  ...commonMessages.en,
  toasts: 'Messages',
  moment: 'One moment …',
  unreachableTitle: 'No connection',
  unreachableText:
    'Samenbeter cannot be reached right now. See whether the Wi-Fi is on. We keep trying by ourselves.',
  tryAgain: 'Try now',
  toOverview: 'To the beginning',
  skip: 'To the content',
  doors: 'Doors',
  otherTeam: 'Choose another board',
  you: 'You',
  nothingHereTitle: 'There is nothing here',
  nothingHereText: 'The link may be incomplete, or what was here has been taken away.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
