export * from './team-context.tsx';
