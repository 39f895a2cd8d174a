export * from './run.ts';
export * from './stream.ts';
