export * from './asking.ts';
