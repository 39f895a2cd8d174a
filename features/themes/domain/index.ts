export * from './access.ts';
export * from './commands.ts';
export * from './inspiring.ts';
export * from './part.ts';
export * from './records.ts';
export * from './refusals.ts';
