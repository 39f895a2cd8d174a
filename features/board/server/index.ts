export { face } from './face.ts';
export { closeForgottenSessions } from './forgotten-sessions.ts';
export { sessionMailEffect } from './session-effects.ts';
