/**
 * Where everything of a team is, for `<Link>`, `<Redirect>` and `navigate`. The `~` makes an address the same from
 * every page: inside nested routes wouter would otherwise put the team's own path before it.
 */
export const addressOf = {
  home: () => '~/',
  account: () => '~/account',
  join: () => '~/join',
  board: (teamId: string) => `~/team/${teamId}`,
  session: (teamId: string) => `~/team/${teamId}/session`,
  pastSessions: (teamId: string) => `~/team/${teamId}/sessions`,
  summary: (teamId: string, sessionId: string) => `~/team/${teamId}/sessions/${sessionId}`,
  inspiration: (teamId: string) => `~/team/${teamId}/inspiration`,
  rhythm: (teamId: string) => `~/team/${teamId}/rhythm`,
  history: (teamId: string) => `~/team/${teamId}/history`,
  arranging: (teamId: string) => `~/team/${teamId}/arrange`,
  people: (teamId: string) => `~/team/${teamId}/people`,
  schools: () => '~/schools',
  school: (schoolId: string) => `~/school/${schoolId}`,
} as const;

/** The same pages as `BoardRoutes` knows them, below the team's own path. */
export const pathIn = {
  board: '/',
  session: '/session',
  pastSessions: '/sessions',
  summary: '/sessions/:session',
  inspiration: '/inspiration',
  rhythm: '/rhythm',
  history: '/history',
  arranging: '/arrange',
} as const;
