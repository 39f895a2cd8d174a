export * from './kind.ts';
export * from './run.ts';
export * from './stream.ts';
