export { type AnyAccessKind, accessKind, openKind } from './access-kind.ts';
export { buildHttp } from './build-http.ts';
export type { SignedIn } from './door.ts';
export { EventStreams } from './event-streams.ts';
export { type Cookie, type Implementation, implement, implementWithin, type Within } from './implement.ts';
export { openApi } from './openapi.ts';
