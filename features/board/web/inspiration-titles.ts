import type { InspirationKind } from '#features/board/domain';
import type { Messages } from '#packages/i18n';

const nl: Record<InspirationKind, string> = {
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
