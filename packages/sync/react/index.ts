export * from './team-context.tsx';
export * from './waiting.ts';
