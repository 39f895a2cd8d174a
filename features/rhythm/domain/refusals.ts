import type { RefusalTexts } from '#packages/kernel';

export const rhythmRefusals = {
  'rhythm.period-gone': {
    nl: 'Deze periode staat niet meer in jullie planning. Zet haar eerst terug, of maak een nieuwe.',
    en: 'This period is no longer in your planning. Put it back first, or make a new one.',
  },
  'rhythm.period-backwards': {
    nl: 'De laatste dag ligt voor de eerste. Draai de datums om.',
    en: 'The last day comes before the first. Turn the dates around.',
  },
  'rhythm.period-too-long': {
    nl: 'Een periode duurt hoogstens een half jaar. Knip haar in tweeën.',
    en: 'A period lasts half a year at most. Cut it in two.',
  },
  'rhythm.periods-overlap': {
    nl: 'Deze dagen horen al bij periode {number}. Kies andere dagen, of pas eerst die periode aan.',
    en: 'These days already belong to period {number}. Choose other days, or change that period first.',
  },
  'rhythm.session-gone': {
    nl: 'Deze sessie staat niet meer in de planning. Zet haar terug, of plan een nieuwe.',
    en: 'This session is no longer planned. Put it back, or plan a new one.',
  },
  'rhythm.day-taken': {
    nl: 'Op deze dag staat al een sessie. Pas die aan; wat je schreef is bewaard.',
    en: 'There is a session on this day already. Change that one; what you wrote is kept.',
  },
  'rhythm.item-gone': {
    nl: 'Dit onderdeel is van het programma gehaald. Zet het terug, of maak een nieuw onderdeel; je tekst is bewaard.',
    en: 'This was taken off the programme. Put it back, or add a new one; your text is kept.',
  },
  'rhythm.day-past': {
    nl: 'Die dag is al geweest. Kies vandaag of een dag die nog komt.',
    en: 'That day has passed. Choose today or a day still to come.',
  },
} satisfies RefusalTexts;
