import type { BoardPart } from '#features/board/domain';
import type { Messages } from '#packages/i18n';

const nl: Record<BoardPart, string> = {
  'check-in': 'Check-in',
  successes: 'Successen',
  goals: 'Doelen',
  actions: 'Acties',
  programme: 'Programma',
  visits: 'Lesbezoeken',
  parking: 'Parkeren',
  inspiration: 'Inspiratie',
};

const en = {
  'check-in': 'Check-in',
  successes: 'Successes',
  goals: 'Goals',
  actions: 'Actions',
  programme: 'Programme',
  visits: 'Lesson visits',
  parking: 'Parking lot',
  inspiration: 'Inspiration',
} satisfies Messages<typeof nl>;

/** The standard names of the parts, as long as the team gave no name of its own. */
export const partTitles = { nl, en };
