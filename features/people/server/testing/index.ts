export { Browser } from './browser.ts';
export { makeWorld, type Somebody, type World } from './world.ts';
