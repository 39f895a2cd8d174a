export * from './me.tsx';
