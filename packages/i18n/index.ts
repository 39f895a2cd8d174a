export * from './dates.ts';
export * from './language.ts';
export * from './lists.ts';
export * from './numbers.ts';
export * from './words-of-dialogs.ts';
