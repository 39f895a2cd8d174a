export { ask, isRefusedWith, Refused, Unreachable } from './ask.ts';
export * from './call.ts';
export * from './keep.ts';
