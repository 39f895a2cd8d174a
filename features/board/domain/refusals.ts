import type { RefusalTexts } from '#packages/kernel';

export const boardRefusals = {
  'board.last-part': {
    nl: 'Dan blijft er niets over om in de bordsessie te bekijken. Laat één onderdeel staan, of toon eerst een ander.',
    en: 'That would leave nothing to look at in the board session. Keep one part, or show another one first.',
  },
  'board.no-such-part': {
    nl: 'Dit onderdeel is er niet meer op dit bord. Er is niets veranderd: laad het bord opnieuw.',
    en: 'This board does not have that part any more. Nothing was changed: load the board again.',
  },
  'board.session-runs': {
    nl: 'Er loopt al een bordsessie. Doe mee met die sessie: er is niets verloren.',
    en: 'A board session is already going on. Join that one: nothing is lost.',
  },
  'board.session-over': {
    nl: 'Deze bordsessie is al afgesloten. Het verslag staat op het bord; wat je erbij wilt zetten kan op het bord zelf.',
    en: 'This board session has been closed. Its summary is on the board; you can still add things on the board itself.',
  },
  'board.session-under-way': {
    nl: 'Deze bordsessie is al een paar minuten bezig en kan niet meer ongedaan worden gemaakt. Er is niets veranderd: sluit hem af als jullie klaar zijn.',
    en: 'This board session has been going on for some minutes and cannot be undone any more. Nothing was changed: finish it when you are done.',
  },
  'board.step-hidden': {
    nl: 'Deze stap hoort niet bij deze bordsessie. Kies een stap uit de lijst.',
    en: 'This step is not part of this board session. Choose a step from the list.',
  },
  'board.no-more-minutes': {
    nl: 'Er zijn al tien minuten bij gekomen. Parkeer het onderwerp of ga verder met de volgende stap.',
    en: 'Ten minutes have been added already. Park the subject or go on with the next step.',
  },
  'board.mark-unknown': {
    nl: 'Dit past niet bij de check-in van deze sessie. Kies een van de tekens op het scherm; je opmerking is bewaard.',
    en: 'This does not fit the check-in of this session. Choose one of the marks on the screen; your remark is kept.',
  },
  'board.guest-for-another': {
    nl: 'Als gast check je alleen jezelf in. Er is niets veranderd: je collega doet het op het bord of op de eigen telefoon.',
    en: 'As a guest you only check in yourself. Nothing was changed: your colleague does it at the board or on their own phone.',
  },
  'board.success-gone': {
    nl: 'Dit succes is van het bord gehaald. Zet het eerst terug; je tekst is bewaard.',
    en: 'This success was taken off the board. Put it back first; your text is kept.',
  },
  'board.topic-gone': {
    nl: 'Dit onderwerp is van het parkeerbord gehaald. Zet het eerst terug; je tekst is bewaard.',
    en: 'This subject was taken off the parking lot. Put it back first; your text is kept.',
  },
} satisfies RefusalTexts;
