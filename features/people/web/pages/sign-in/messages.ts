import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Kom binnen',
  intro: 'Je hebt geen wachtwoord nodig. We mailen je een code van zes cijfers.',
  signedOutElsewhere:
    'Je bent op dit apparaat afgemeld. Wat je nog niet verstuurd had, is hier bewaard tot jij weer binnenkomt.',
  email: 'Je e-mailadres',
  emailHint: 'Het adres waarmee je in je team staat, meestal dat van school.',
  emailWrong: 'Dit is nog geen e-mailadres. Kijk het na: er hoort een @ in, en een punt na de @.',
  sendCode: 'Stuur me een code',
  otherWays: 'Of anders',
  withTeamCode: 'Ik heb een teamcode',
  withTeamCodeHint: 'Een collega gaf je de code van het team',
  asDisplay: 'Dit is een bordscherm',
  asDisplayHint: 'Dit scherm hangt aan de muur en laat het bord van een team zien',
  asDemonstration: 'Rondkijken in de demonstratieschool',
  asDemonstrationHint: 'Met één klik binnen als een van de verzonnen mensen',

  codeTitle: 'Vul je code in',
  codeSent: (email: string) =>
    `We hebben een mail gestuurd naar ${email}. Daarin staat een code van zes cijfers.`,
  code: 'Code uit de mail',
  codeHint: 'Zes cijfers; plakken mag ook.',
  codeShort: 'De code heeft zes cijfers.',
  checking: 'We kijken of de code klopt …',
  comeIn: 'Kom binnen',
  codeOld: 'De code is ouder dan tien minuten en werkt niet meer. Vraag een nieuwe.',
  noMail: 'Geen mail?',
  noMailText: 'Het kan een minuut duren. Kijk ook bij ongewenste mail.',
  newCode: 'Stuur een nieuwe code',
  newCodeIn: (seconds: number) => `Nieuwe code vragen kan over ${seconds} s`,
  newCodeSent: 'Er is een nieuwe code onderweg. De vorige werkt ook nog.',
  otherAddress: 'Ander e-mailadres',
  demonstrationMail: 'In deze demonstratie gaat er niets de deur uit. De mail ligt in de postbus.',
  openMailbox: 'Open de postbus',
};

const en = {
  title: 'Come in',
  intro: 'You need no password. We mail you a code of six digits.',
  signedOutElsewhere:
    'You have been signed out on this device. What you had not sent yet is kept here until you come in again.',
  email: 'Your e-mail address',
  emailHint: 'The address your team knows you by, usually the one of your school.',
  emailWrong: 'This is not an e-mail address yet. Look once more: it has an @, and a dot after the @.',
  sendCode: 'Mail me a code',
  otherWays: 'Or else',
  withTeamCode: 'I have a team code',
  withTeamCodeHint: 'A colleague gave you the code of the team',
  asDisplay: 'This is a board display',
  asDisplayHint: 'This screen hangs on a wall and shows the board of a team',
  asDemonstration: 'Look around in the demonstration school',
  asDemonstrationHint: 'Come in with one click as one of the invented people',

  codeTitle: 'Enter your code',
  codeSent: (email: string) => `We have sent a mail to ${email}. It has a code of six digits.`,
  code: 'Code from the mail',
  codeHint: 'Six digits; you may paste them.',
  codeShort: 'The code has six digits.',
  checking: 'Looking whether the code is right …',
  comeIn: 'Come in',
  codeOld: 'The code is older than ten minutes and no longer works. Ask for a new one.',
  noMail: 'No mail?',
  noMailText: 'It may take a minute. Look in your junk mail too.',
  newCode: 'Send a new code',
  newCodeIn: (seconds: number) => `You can ask for a new code in ${seconds} s`,
  newCodeSent: 'A new code is on its way. The one before still works too.',
  otherAddress: 'Another e-mail address',
  demonstrationMail: 'In this demonstration nothing is really sent: the mail lies in the mailbox.',
  openMailbox: 'Open the mailbox',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
