export * from './language-context.tsx';
