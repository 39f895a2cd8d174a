export * from './asking.ts';
export * from './more.tsx';
export * from './use-list.ts';
export * from './use-settled.ts';
