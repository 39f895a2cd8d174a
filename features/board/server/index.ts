export { firstRecords } from './first-records.ts';
export { closeForgottenSessions } from './forgotten-sessions.ts';
export { sessionMailEffect } from './session-effects.ts';
