export { chooseDataFolder } from './data-folder.ts';
export { faultText, StartRefused } from './refused.ts';
export { isPortFree } from './server-process.ts';
export { type EmbeddedDatabase, startEmbedded } from './start-embedded.ts';
