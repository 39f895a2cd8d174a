import { above, type Capabilities, within } from '#features/people/domain';

export const themeAccess = {
  /** T2: write down where the whole school is going. */
  'school.inspire': {
    of: 'school',
    may: [...above('school-coach'), ...within('school-leader', 'lead-team-member')],
  },
} as const satisfies Capabilities;
