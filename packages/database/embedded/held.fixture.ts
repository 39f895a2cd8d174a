import { startEmbedded } from './index.ts';

// A Samenbeter that holds its data folder until it is stopped or killed; run as a process of its own by the tests.
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the data folder');
const database = await startEmbedded({ folder, log: () => {}, durable: false });
database.announce('http://localhost:21999/');
console.log(database.ownerUrl);
const alive = setInterval(() => {}, 1000);
process.once('SIGTERM', async () => {
  await database.stop();
  clearInterval(alive);
});
