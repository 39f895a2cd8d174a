export { firstRecords } from './first-records.ts';
export { closeForgottenSessions } from './forgotten-sessions.ts';
export { streamRoutes } from './stream-routes.ts';
