/** What a role can be over. Whatever lies under it is reached as well; a team lies under its school, a school under its governing body and its region, a region under its programme. */
export const overKinds = ['team', 'school', 'body', 'region', 'programme'] as const;
export type OverKind = (typeof overKinds)[number];

/** Role -> what it can be over (P6). The same list stands in the database. */
export const roleIsOver = {
  'school-leader': ['school'],
  'school-coach': ['team'],
  /** In the lead team without being its leader or one of its coaches. */
  'lead-team-member': ['school'],
  'care-coordinator': ['school'],
  'expert-teacher': ['school', 'programme'],
  'expert-coach': ['school'],
  'change-coach': ['body'],
  'governing-body': ['body'],
  foundation: ['region', 'programme'],
  researcher: ['programme'],
} as const satisfies Readonly<Record<string, readonly OverKind[]>>;

export type Role = keyof typeof roleIsOver;
export const roles = Object.keys(roleIsOver) as [Role, ...Role[]];

/** Roles that a school hands out itself. What is over more than a school is given by whoever runs the installation. */
export const rolesToGive = [
  'school-leader',
  'school-coach',
  'lead-team-member',
  'care-coordinator',
  'expert-teacher',
  'expert-coach',
] as const satisfies readonly Role[];
export type RoleToGive = (typeof rolesToGive)[number];
