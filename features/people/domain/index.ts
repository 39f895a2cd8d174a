export * from './access.ts';
export * from './commands.ts';
export * from './invitees.ts';
export * from './me.ts';
export * from './names.ts';
export * from './records.ts';
export * from './refusals.ts';
export * from './strangers.ts';
