import type { RefusalTexts } from '#packages/kernel';

export const visitRefusals = {
  'visits.visit-gone': {
    nl: 'Dit lesbezoek is van het bord gehaald. Zet het terug, of spreek een nieuw bezoek af.',
    en: 'This lesson visit was taken off the board. Put it back, or agree on a new one.',
  },
  'visits.same-person': {
    nl: 'Iemand staat hier twee keer. Kies voor elke plek een andere collega.',
    en: 'Somebody is named twice here. Choose a different colleague for each place.',
  },
  'visits.day-to-come': {
    nl: 'Die dag moet nog komen. Kies vandaag of een eerdere dag.',
    en: 'That day is still to come. Choose today or an earlier day.',
  },
} satisfies RefusalTexts;
