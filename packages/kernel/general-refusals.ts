import type { RefusalTexts } from './refusal.ts';

/** What any part of the product can say no with; a feature's own refusals stand in its domain. */
export const generalRefusals = {
  invalid: {
    nl: 'Hier klopt iets niet: er is te veel, te weinig of iets anders ingevuld dan kan. Pas het aan; wat je schreef is bewaard.',
    en: 'Something is not right here: too much, too little or something else was filled in. Change it; what you wrote is kept.',
  },
  'not-found': {
    nl: 'Dit is er niet, of het is niet van jou of je team. Ga terug naar je overzicht.',
    en: 'This is not there, or it is not yours or your team’s. Go back to your overview.',
  },
  'unknown-command': {
    nl: 'Dit kan hier niet. Laad de pagina opnieuw en probeer het nog eens; wat je schreef is bewaard.',
    en: 'This cannot be done here. Load the page again and try once more; what you wrote is kept.',
  },
  'sign-in-first': {
    nl: 'Je bent niet meer aangemeld. Meld je aan en ga verder; wat nog niet verstuurd was, is bewaard op dit apparaat.',
    en: 'You are no longer signed in. Sign in and go on; what was not sent yet is kept on this device.',
  },
  'wrong-origin': {
    nl: 'Dit verzoek kwam van een andere website. Er is niets veranderd. Open het bord zelf en doe het daar.',
    en: 'This request came from another website. Nothing was changed. Open the board itself and do it there.',
  },
  'too-large': {
    nl: 'Dit is te veel in één keer. Er is niets veranderd. Doe het in kleinere stukken.',
    en: 'This is too much at once. Nothing was changed. Do it in smaller pieces.',
  },
  'too-often': {
    nl: 'Dit ging te vaak achter elkaar. Wacht even en probeer het dan opnieuw.',
    en: 'This was done too often in a row. Wait a moment and try again.',
  },
  unavailable: {
    nl: 'Samenbeter is even bezig met zichzelf. Wat je deed is bewaard en wordt zo verstuurd.',
    en: 'Samenbeter is busy with itself for a moment. What you did is kept and goes out soon.',
  },
  fault: {
    nl: 'Er ging bij ons iets mis. Wat je schreef is bewaard. Probeer het zo nog eens; lukt het niet, geef dan het nummer op het scherm door.',
    en: 'Something went wrong on our side. What you wrote is kept. Try again in a moment; if it fails again, pass on the number on the screen.',
  },
  'not-open-yet': {
    nl: 'Het bord is nog niet open. Wacht even en probeer het opnieuw; wat je schreef staat er nog.',
    en: 'The board is not open yet. Wait a moment and try again; what you wrote is still there.',
  },
} satisfies RefusalTexts;
