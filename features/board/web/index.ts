export * from './team-frame.tsx';
