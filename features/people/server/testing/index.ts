export { Browser } from './browser.ts';
export { makeWorld, type World } from './world.ts';
