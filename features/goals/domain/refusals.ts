import type { RefusalTexts } from '#packages/kernel';

export const goalRefusals = {
  'goals.goal-gone': {
    nl: 'Dit doel is van het bord gehaald. Zet het terug, of kies een ander doel; wat je invulde is bewaard.',
    en: 'This goal was taken off the board. Put it back, or choose another; what you filled in is kept.',
  },
  'goals.day-to-come': {
    nl: 'Die dag moet nog komen. Kies vandaag of een eerdere dag.',
    en: 'That day is still to come. Choose today or an earlier day.',
  },
  'goals.measurement-gone': {
    nl: 'Deze meting is weggehaald. Meet opnieuw, of zet haar terug.',
    en: 'This measurement was taken away. Measure again, or put it back.',
  },
  'goals.action-gone': {
    nl: 'Deze actie is van het bord gehaald. Zet haar terug, of maak een nieuwe; je tekst is bewaard.',
    en: 'This action was taken off the board. Put it back, or make a new one; your text is kept.',
  },
  'goals.period-gone': {
    nl: 'Deze periode staat niet meer in jullie planning. Kies een andere; wat je invulde is bewaard.',
    en: 'This period is no longer in your planning. Choose another; what you filled in is kept.',
  },
} satisfies RefusalTexts;
