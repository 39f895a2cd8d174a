import type { Messages } from '#packages/i18n';
import type { ShelfKind } from './inspiration/use-shelf.ts';

const nl: Record<ShelfKind, string> = {
  ambition: 'Ambitie',
  'year-board': 'Jaarbord',
  story: 'Inspiratieverhaal',
  arena: 'Uit de leerlingarena',
  agreement: 'Teamafspraken',
};

const en = {
  ambition: 'Ambition',
  'year-board': 'Year board',
  story: 'Inspiration story',
  arena: 'From the pupil arena',
  agreement: 'Team agreements',
} satisfies Messages<typeof nl>;

export const inspirationTitles = { nl, en };
