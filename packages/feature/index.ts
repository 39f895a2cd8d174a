export * from './feature.ts';
export * from './part-of-board.ts';
