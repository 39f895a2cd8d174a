export * from './door.ts';
export * from './find-team.ts';
export * from './route.ts';
