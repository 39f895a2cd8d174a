export * from './open-stream.ts';
export * from './undo.ts';
