import type { RefusalTexts } from '#packages/kernel';

export const peopleRefusals = {
  'people.team-gone': {
    nl: 'Dit team is er niet meer. Ga terug naar je overzicht.',
    en: 'This team is no longer there. Go back to your overview.',
  },
  'people.prepares-nothing': {
    nl: 'Alleen een voorbereidingsteam hoort bij een thema. Er is niets veranderd.',
    en: 'Only a preparation team belongs to a theme. Nothing was changed.',
  },
  'people.member-gone': {
    nl: 'Deze collega zit niet meer in het team. Kies iemand anders; je tekst is bewaard.',
    en: 'This colleague is no longer in the team. Choose somebody else; your text is kept.',
  },
  'people.code-wrong': {
    nl: 'Deze code klopt niet, of is ouder dan tien minuten. Kijk nog eens in je mail, of vraag een nieuwe code.',
    en: 'This code is not right, or older than ten minutes. Look in your mail once more, or ask for a new code.',
  },
  'people.code-void': {
    nl: 'Vijf keer een verkeerde code: deze code werkt niet meer. Vraag een nieuwe.',
    en: 'Five wrong codes: this code no longer works. Ask for a new one.',
  },
  'people.other-browser': {
    nl: 'De code werkt alleen in de browser waarin je erom vroeg. Vul hem daar in, of vraag hier een nieuwe.',
    en: 'The code only works in the browser in which you asked for it. Enter it there, or ask for a new one here.',
  },
  'people.too-many-codes': {
    nl: 'Er zijn al een paar codes naar dit adres gestuurd. Gebruik de nieuwste, of probeer het over een kwartier opnieuw.',
    en: 'Some codes were sent to this address already. Use the newest, or try again in a quarter of an hour.',
  },
  'people.join-code-wrong': {
    nl: 'Deze teamcode kennen we niet. Misschien heeft het team een nieuwe; vraag het een collega.',
    en: 'We do not know this team code. The team may have a new one; ask a colleague.',
  },
  'people.invitation-over': {
    nl: 'Deze uitnodiging is gebruikt, ingetrokken of verlopen. Vraag je collega om een nieuwe, of log in met je e-mailadres.',
    en: 'This invitation was used, withdrawn or has run out. Ask your colleague for a new one, or sign in with your e-mail address.',
  },
  'people.invitation-sign-in': {
    nl: 'Je hebt hier al een plek onder dit e-mailadres. Log eerst in; de uitnodiging blijft geldig.',
    en: 'You already have a place here under this e-mail address. Sign in first; the invitation stays valid.',
  },
  'people.invitation-for-other': {
    nl: 'Deze uitnodiging is voor een ander e-mailadres dan waarmee je nu bent ingelogd. Log uit, of vraag om een uitnodiging op je eigen adres.',
    en: 'This invitation is for another e-mail address than the one you are signed in with. Sign out, or ask for an invitation to your own address.',
  },
  'people.too-many-invitations': {
    nl: 'Er staan al veel uitnodigingen open. Trek er eerst een paar in; er is nu niets verstuurd.',
    en: 'Many invitations are open already. Withdraw some first; nothing was sent now.',
  },
  'people.pairing-code-wrong': {
    nl: 'Deze code staat op geen enkel scherm, of is verlopen. Kijk op het scherm welke code er nu staat.',
    en: 'No screen shows this code, or it has run out. Look at the screen for the code that it shows now.',
  },
  'people.last-leader': {
    nl: 'Dit is de enige schoolleider hier. Geef eerst iemand anders die rol.',
    en: 'This is the only school leader here. Give somebody else that role first.',
  },
} satisfies RefusalTexts;
