import type { RefusalTexts } from '#packages/kernel';

export const themeRefusals = {
  'themes.inspiration-gone': {
    nl: 'Dit is van het bord gehaald. Zet het eerst terug; je tekst is bewaard.',
    en: 'This was taken off the board. Put it back first; your text is kept.',
  },
} satisfies RefusalTexts;
