export * from './hub.ts';
export * from './record-tables.ts';
export type { Effect } from './stream-storage.ts';
export * from './streams.ts';
