import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Postbus van de demonstratie',
  intro: 'Hier komt terecht wat anders gemaild was. Er gaat niets de deur uit.',
  list: 'Mails, nieuwste boven',
  empty: 'Er is nog geen mail',
  emptyText: 'Vraag een code om binnen te komen, of nodig iemand uit. De mail ligt dan hier.',
  toSignIn: 'Vraag een code',
  to: (address: string) => `aan ${address}`,
  copyCode: 'Kopieer de code',
  copyLink: 'Kopieer de link',
  linkHint: 'Open de link in een privévenster om als iemand anders verder te gaan.',
  view: 'Hoe je de mail leest',
  views: { letter: 'Zoals in de mail', text: 'Alleen tekst' },
  toDemonstration: 'Naar de demonstratie',
  notHere: 'Hier is geen postbus',
  notHereText: 'Mails gaan gewoon naar hun adres. Kijk in je eigen mail.',
};

const en = {
  title: 'Mailbox of the demonstration',
  intro: 'Here is what would have been mailed. Nothing is really sent.',
  list: 'Mails, newest first',
  empty: 'There is no mail yet',
  emptyText: 'Ask for a code to come in, or invite somebody. The mail will be here.',
  toSignIn: 'Ask for a code',
  to: (address: string) => `to ${address}`,
  copyCode: 'Copy the code',
  copyLink: 'Copy the link',
  linkHint: 'Open the link in a private window to go on as somebody else.',
  view: 'How you read the mail',
  views: { letter: 'As in the mail', text: 'Text only' },
  toDemonstration: 'To the demonstration',
  notHere: 'There is no mailbox here',
  notHereText: 'Mails simply go to their addresses. Look in your own mail.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
