export * from './connection.ts';
export * from './records.ts';
