export * from './find.ts';
export * from './finds.ts';
