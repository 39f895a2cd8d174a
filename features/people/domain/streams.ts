import type { StreamKind } from '#packages/sync';

/** Kinds of stream, named after whose they are. Which features put what into them stands in apps/features.ts. */

/** A team's board and all that is around it. */
export const teamStreams: StreamKind = {
  kind: 'team',
  version: 1,
  read: 'team.read',
  inside: 'team.inside',
  presence: true,
  opensItself: false,
};

/** What a whole school shares. Far too many people follow it to tell each who else does. */
export const schoolStreams: StreamKind = {
  kind: 'school',
  version: 1,
  read: 'school.read',
  inside: 'school.read',
  presence: false,
  opensItself: true,
};

/** What somebody has for themselves alone. */
export const personStreams: StreamKind = {
  kind: 'person',
  version: 1,
  read: 'own',
  inside: 'own',
  presence: false,
  opensItself: true,
};
