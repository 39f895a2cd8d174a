export * from './ask.ts';
export * from './call.ts';
