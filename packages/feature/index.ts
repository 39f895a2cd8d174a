export * from './feature.ts';
export * from './part-of-board.ts';
export * from './said.ts';
