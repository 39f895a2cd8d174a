import { above, type Capabilities, within } from '#features/people/domain';

export const themeAccess = {
  /** T1: see what the whole school shares, and follow it: whoever works in it, coaches it, or joins sessions in it; its screens too. */
  'school.read': {
    of: 'school',
    may: [
      ...above('member', 'display', 'school-coach'),
      ...within('school-leader', 'lead-team-member', 'care-coordinator', 'expert-coach', 'change-coach'),
    ],
  },
  /** T1: write it down. */
  'school.inspire': {
    of: 'school',
    may: [...above('school-coach'), ...within('school-leader', 'lead-team-member')],
  },
} as const satisfies Capabilities;
