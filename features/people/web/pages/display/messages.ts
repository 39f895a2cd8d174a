import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Maak van dit scherm jullie bord',
  how: 'Open op je telefoon of laptop de mensen van je team, kies “Bordscherm koppelen” en vul deze code in.',
  orScan: 'Of richt de camera van je telefoon op dit vierkant.',
  code: 'Code van dit scherm',
  qr: 'Adres om dit scherm te koppelen',
  waiting: 'Zodra de code is ingevuld, verschijnt het bord vanzelf.',
  paired: 'Gekoppeld. Het bord komt eraan …',
  noConnection: 'Geen verbinding. Dit scherm probeert het vanzelf opnieuw.',
  signedIn: (name: string) =>
    `Je bent in deze browser binnen als ${name}. Wordt dit een bordscherm, dan word je hier afgemeld.`,
  unpairedTitle: 'Dit scherm is losgekoppeld',
  unpairedText:
    'Iemand van het team heeft dit bordscherm losgekoppeld. Koppelen kan zo weer, ook aan een ander team.',
  backOut: 'Dit is geen bordscherm',

  pairTitle: 'Koppel een bordscherm',
  pairIntro:
    'Het scherm laat daarna het bord van het team zien en blijft dat doen, tot iemand het loskoppelt.',
  codeField: 'Code op het scherm',
  codeHint: 'Zes letters en cijfers. Hoofdletters en spaties maken niet uit.',
  codeMissing: 'Vul de code in die op het scherm staat.',
  team: 'Het bord van',
  chooseTeam: 'Kies een team',
  teamMissing: 'Kies eerst een team.',
  name: 'Hoe heet dit scherm?',
  nameHint: 'Bijvoorbeeld waar het hangt: teamkamer, lokaal 12.',
  firstName: 'Teamkamer',
  nameMissing: 'Geef het scherm een naam.',
  pair: 'Koppel het scherm',
  done: (team: string) => `Gelukt. Op het scherm verschijnt het bord van ${team}.`,
  doneTitle: 'Het scherm is gekoppeld',
  toBoard: 'Naar het bord',
  noTeam: 'Je zit nog niet in een team dat een bordscherm kan koppelen.',
};

const en = {
  title: 'Make this screen your board',
  how: 'On your phone or laptop, open the people of your team, choose “Pair a board display” and enter this code.',
  orScan: 'Or point your phone’s camera at this square.',
  code: 'Code of this screen',
  qr: 'Address to pair this screen',
  waiting: 'As soon as the code has been entered, the board appears by itself.',
  paired: 'Paired. The board is coming …',
  noConnection: 'No connection. This screen tries again by itself.',
  signedIn: (name: string) =>
    `You are in as ${name} in this browser. When this becomes a board display, you are signed out here.`,
  unpairedTitle: 'This screen was un-paired',
  unpairedText:
    'Somebody of the team un-paired this board display. It can be paired again, also with another team.',
  backOut: 'This is no board display',

  pairTitle: 'Pair a board display',
  pairIntro:
    'From then on the screen shows the team’s board, and goes on doing so until somebody un-pairs it.',
  codeField: 'Code on the screen',
  codeHint: 'Six letters and digits. Capitals and spaces do not matter.',
  codeMissing: 'Enter the code that the screen shows.',
  team: 'The board of',
  chooseTeam: 'Choose a team',
  teamMissing: 'Choose a team first.',
  name: 'What is this screen called?',
  nameHint: 'For instance where it hangs: staff room, room 12.',
  firstName: 'Staff room',
  nameMissing: 'Give the screen a name.',
  pair: 'Pair the screen',
  done: (team: string) => `Done. The board of ${team} appears on the screen.`,
  doneTitle: 'The screen is paired',
  toBoard: 'To the board',
  noTeam: 'You are not in a team yet that can pair a board display.',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
