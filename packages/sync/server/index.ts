export * from './hub.ts';
export * from './streams.ts';
