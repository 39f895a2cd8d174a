import type { RefusalTexts } from '#packages/kernel';

export const peopleRefusals = {
  'people.team-gone': {
    nl: 'Dit team is er niet meer. Ga terug naar je overzicht.',
    en: 'This team is no longer there. Go back to your overview.',
  },
  'people.member-gone': {
    nl: 'Deze collega zit niet meer in het team. Kies iemand anders; je tekst is bewaard.',
    en: 'This colleague is no longer in the team. Choose somebody else; your text is kept.',
  },
} satisfies RefusalTexts;
