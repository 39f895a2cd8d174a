export * from './busy-week.ts';
export * from './calls.ts';
export * from './test-face.ts';
