export * from './compact.ts';
export * from './desk.ts';
export * from './endpoints.ts';
export * from './hub.ts';
export * from './record-tables.ts';
export * from './streams.ts';
