export { Browser, type Got } from './browser.ts';
export { makeWorld, type Somebody, type World } from './world.ts';
