import { type Capabilities, own } from '#features/people/domain';

export const visitAccess = {
  /** Agree who visits whom, and say that it took place. */
  'visits.plan': { of: 'team', may: own('member', 'display', 'school-coach', 'guest') },
} as const satisfies Capabilities;
