export * from './access.ts';
export * from './commands.ts';
export * from './records.ts';
export * from './refusals.ts';
