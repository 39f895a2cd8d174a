export { chooseDataFolder } from './data-folder.ts';
export { faultCode, faultText, StartRefused } from './refused.ts';
export { isPortFree } from './server-process.ts';
export { startEmbedded } from './start-embedded.ts';
