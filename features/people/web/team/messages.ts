import type { Messages } from '#packages/i18n';

const nl = {
  skip: 'Naar de inhoud',
  undo: 'Ongedaan maken',
  opening: 'Het bord komt eraan …',
  offlineTitle: 'Geen verbinding',
  offlineText:
    'Dit bord is nog niet eerder op dit apparaat geopend. Zodra er weer verbinding is, verschijnt het hier.',
  goneTitle: 'Dit bord kun je niet openen',
  goneText: 'Het bestaat niet (meer), of je hoort niet bij dit team. Vraag het team om je uit te nodigen.',
  signedOutTitle: 'Je bent afgemeld',
  signedOutText:
    'Meld je opnieuw aan. Wat je op dit apparaat hebt gedaan en nog niet verstuurd was, is bewaard.',
  toOverview: 'Naar je overzicht',
  toBoard: 'Terug naar het bord',
  board: 'Bord',
};

const en = {
  skip: 'To the content',
  undo: 'Undo',
  opening: 'Your board is on its way …',
  offlineTitle: 'No connection',
  offlineText:
    'This board has not been opened on this device before. It appears here as soon as there is a connection.',
  goneTitle: 'You cannot open this board',
  goneText: 'It is not there (any more), or you do not belong to this team. Ask the team to invite you.',
  signedOutTitle: 'You are signed out',
  signedOutText: 'Sign in again. What you did on this device and was not sent yet is kept.',
  toOverview: 'To your overview',
  toBoard: 'Back to the board',
  board: 'Board',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
