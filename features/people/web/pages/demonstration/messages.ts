import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Elke week samen een beetje beter',
  what: 'Samenbeter is het verbeterbord van je team: doelen, acties en successen op één scherm, dat iedereen ziet en waar iedereen op schrijft.',
  how: 'Eén keer per week staat het team er een kwartier omheen. Het bord leidt het gesprek; wat is afgesproken, weet daarna iedereen.',
  note: 'Dit is een demonstratie',
  noteText:
    'De school en de mensen zijn verzonnen, en er gaat geen mail de deur uit. Verander gerust van alles.',
  comeInAs: (school: string) => `Kom binnen bij ${school} als …`,
  comeInHint: 'Eén klik en je staat voor het bord van je team.',
  enterAs: 'Kom binnen als',
  asDisplay: 'Open als bordscherm',
  displayName: 'Demonstratiescherm',
  outsideTeams: 'Zonder eigen team',
  outsideTeamsHint: 'kijkt mee in de school',
  several: 'Meer schermen tegelijk?',
  severalText:
    'Iedere browser is één persoon of één bordscherm. Open deze pagina ook in een privévenster, een andere browser of op een ander apparaat, en zie elke verandering meteen overal.',
  mailbox: 'Postbus',
  mailboxHint: 'Codes, uitnodigingen en verslagen die anders per mail komen',
  signIn: 'Gewoon binnenkomen met een code',
  signInHint: 'Zoals het op een echte school gaat',
  join: 'Meedoen met een teamcode',
  joinHint: 'Als iemand die nog niet in een team zit',
  notHere: 'Dit is geen demonstratie',
  notHereText: 'Hier werken echte mensen. Kom binnen met je eigen e-mailadres.',
  toSignIn: 'Naar binnenkomen',
};

const en = {
  title: 'A little better together, every week',
  what: 'Samenbeter is your team’s improvement board: goals, actions and successes on one screen that everybody sees and everybody writes on.',
  how: 'Once a week the team stands around it for a quarter of an hour. The board leads the talk; afterwards everybody knows what was agreed.',
  note: 'This is a demonstration',
  noteText:
    'The school and its people are invented, and no mail leaves the house. Feel free to change anything.',
  comeInAs: (school: string) => `Come in at ${school} as …`,
  comeInHint: 'One click and you stand in front of your team’s board.',
  enterAs: 'Come in as',
  asDisplay: 'Open as board display',
  displayName: 'Demonstration screen',
  outsideTeams: 'Without a team of their own',
  outsideTeamsHint: 'follows the work in the school',
  several: 'Several screens at once?',
  severalText:
    'Each browser is one person or one board display. Open this page in a private window, another browser or on another device as well, and see every change everywhere at once.',
  mailbox: 'Mailbox',
  mailboxHint: 'Codes, invitations and summaries that would come by mail',
  signIn: 'Come in with a code, the ordinary way',
  signInHint: 'As it goes at a real school',
  join: 'Join with a team code',
  joinHint: 'As somebody who is in no team yet',
  notHere: 'This is no demonstration',
  notHereText: 'Real people work here. Come in with your own e-mail address.',
  toSignIn: 'Come in',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
