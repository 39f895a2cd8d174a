export { cleanUpPeople } from './clean-up.ts';
export { demonstrationRoutes } from './demonstration-routes.ts';
export { deviceName } from './device.ts';
export type { Door, SignedIn } from './door.ts';
export { teamFinder } from './find-team.ts';
export { foundSchool } from './found-school.ts';

export { memberEffect } from './member-effect.ts';
export { type PeopleParts, sessionCookieName } from './parts.ts';
export { peopleRoutes } from './people-routes.ts';
export * from './route.ts';

export { Secrets } from './secrets.ts';
export { Sessions } from './sessions.ts';
export { ensurePerson } from './sign-in.ts';
