import { type Capabilities, own } from '#features/people/domain';

export const rhythmAccess = {
  /** Periods, planned sessions, today's programme, and whose turn it is to lead. */
  'rhythm.plan': { of: 'team', may: own('member', 'display', 'school-coach') },
  /** The fixed moment of the week. */
  'rhythm.arrange': { of: 'team', may: own('member', 'school-coach') },
  /** R23: let the coach lead until the team is handed its sessions, and hand them over. */
  'rhythm.handOver': { of: 'team', may: own('member', 'school-coach') },
} as const satisfies Capabilities;
