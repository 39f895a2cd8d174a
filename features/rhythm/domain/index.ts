export * from './commands.ts';
export * from './leaders.ts';
export * from './periods.ts';
export * from './programme.ts';
export * from './programme-line.ts';
export * from './records.ts';
export * from './refusals.ts';
export * from './sessions.ts';
