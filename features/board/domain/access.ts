import { type Capabilities, own } from '#features/people/domain';

export const boardAccess = {
  /** Check in, celebrate, and park a subject: take part in a session. */
  'board.takePart': { of: 'team', may: own('member', 'display', 'school-coach', 'guest') },
  /** Lead the session, and keep the inspiration side. */
  'board.use': { of: 'team', may: own('member', 'display', 'school-coach') },
  /** Arrange, hide and rename parts; how the session goes. */
  'board.arrange': { of: 'team', may: own('member', 'school-coach') },
} as const satisfies Capabilities;
