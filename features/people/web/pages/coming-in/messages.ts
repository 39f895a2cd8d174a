import type { Messages } from '#packages/i18n';

const nl = {
  joinTitle: 'Meedoen met een team',
  joinIntro: 'Heb je een teamcode van een collega? Vul hem in, dan zie je bij welk team hij hoort.',
  teamCode: 'Teamcode',
  teamCodeHint: 'Acht letters en cijfers. Hoofdletters en spaties maken niet uit.',
  teamCodeMissing: 'Vul de teamcode in.',
  lookUp: 'Zoek het team',
  joinTeam: (team: string) => `Meedoen met ${team}`,
  ofSchool: (school: string) => `Een team van ${school}`,
  joinAs: (name: string) => `Je bent hier als ${name}.`,
  join: 'Doe mee',
  notYou: 'Ben je iemand anders? Meld je dan eerst af.',
  aboutYou: 'Hoe heet je, en waar mailen we je code heen? Je hebt geen wachtwoord nodig.',
  name: 'Je naam',
  nameHint: 'Zoals je op het bord wilt staan: voornaam en achternaam.',
  nameMissing: 'Vul je naam in.',
  email: 'Je e-mailadres',
  emailHint: 'Het liefst dat van school.',
  sendCode: 'Stuur me een code',
  isDisplay: 'Dit scherm is het bord van een team',
  isDisplayText: 'Op een bordscherm kom je niet als jezelf binnen. Gebruik je telefoon of laptop.',
  welcome: (team: string) => `Welkom bij ${team}`,

  invitationTitle: 'Je bent uitgenodigd',
  invitedToTeam: (by: string, team: string, school: string) =>
    `${by} nodigt je uit om mee te doen met ${team} van ${school}.`,
  invitedToRole: (by: string, role: string, school: string) =>
    `${by} nodigt je uit om als ${role} mee te kijken bij ${school}.`,
  whatItIs:
    'Op het verbeterbord staat waar het team aan werkt: doelen, acties en successen. Een kwartier per week lopen jullie het samen langs.',
  forAddress: (email: string) => `De uitnodiging is voor ${email}.`,
  accept: 'Kom erbij',
  signInFirst: 'Je hebt hier al een plek. We mailen je eerst een code, dan weten we zeker dat jij het bent.',
  forOther: (name: string) => `Je bent nu binnen als ${name}, en de uitnodiging is voor iemand anders.`,
  signOut: 'Meld af en ga verder',
  over: 'Deze uitnodiging werkt niet meer',
  brokenTitle: 'Deze link is niet compleet',
  brokenText:
    'Open de uitnodiging nog eens vanuit je mail. Lukt dat niet, kopieer dan de hele link, tot en met het laatste teken.',
  toSignIn: 'Binnenkomen met je e-mailadres',
  haveCode: 'Ik heb een teamcode',
};

const en = {
  joinTitle: 'Join a team',
  joinIntro: 'Did a colleague give you a team code? Enter it and you see which team it belongs to.',
  teamCode: 'Team code',
  teamCodeHint: 'Eight letters and digits. Capitals and spaces do not matter.',
  teamCodeMissing: 'Enter the team code.',
  lookUp: 'Find the team',
  joinTeam: (team: string) => `Join ${team}`,
  ofSchool: (school: string) => `A team of ${school}`,
  joinAs: (name: string) => `You are here as ${name}.`,
  join: 'Join',
  notYou: 'Are you somebody else? Sign out first.',
  aboutYou: 'What is your name, and where shall we mail your code? You need no password.',
  name: 'Your name',
  nameHint: 'As you want to stand on the board: first and last name.',
  nameMissing: 'Enter your name.',
  email: 'Your e-mail address',
  emailHint: 'Preferably the one of your school.',
  sendCode: 'Mail me a code',
  isDisplay: 'This screen is the board of a team',
  isDisplayText: 'You do not come in as yourself on a board display. Use your phone or laptop.',
  welcome: (team: string) => `Welcome to ${team}`,

  invitationTitle: 'You are invited',
  invitedToTeam: (by: string, team: string, school: string) =>
    `${by} invites you to join ${team} of ${school}.`,
  invitedToRole: (by: string, role: string, school: string) =>
    `${by} invites you to follow the work at ${school} as ${role}.`,
  whatItIs:
    'The improvement board shows what the team works on: goals, actions and successes. For a quarter of an hour a week you walk along it together.',
  forAddress: (email: string) => `The invitation is for ${email}.`,
  accept: 'Come in',
  signInFirst: 'You already have a place here. We mail you a code first, so that we know it is you.',
  forOther: (name: string) => `You are in as ${name} now, and the invitation is for somebody else.`,
  signOut: 'Sign out and go on',
  over: 'This invitation no longer works',
  brokenTitle: 'This link is not complete',
  brokenText:
    'Open the invitation from your mail once more. If that does not help, copy the whole link, up to its last character.',
  toSignIn: 'Come in with your e-mail address',
  haveCode: 'I have a team code',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
