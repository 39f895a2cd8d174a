export * from './commands.ts';
export * from './records.ts';
export * from './refusals.ts';
export * from './visits.ts';
