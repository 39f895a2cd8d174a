import { type Capabilities, own } from '#features/people/domain';

export const goalAccess = {
  /** Set goals, measure and close them. */
  'goals.set': { of: 'team', may: own('member', 'display', 'school-coach') },
  /** Agree on actions, and tick them off. */
  'actions.take': { of: 'team', may: own('member', 'display', 'school-coach', 'guest') },
} as const satisfies Capabilities;
