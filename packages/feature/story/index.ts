export { StoryClock } from './clock.ts';
export * from './scene.ts';
export * from './tell.ts';
