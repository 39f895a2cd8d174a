import { Server } from '@hocuspocus/server';
import { answerQuestions } from './measured-process.ts';

/**
 * A server for documents that are written together (Yjs), as it comes: in memory, nobody is asked who they are, nothing is kept.
 * A team is a document, and each command an edit of as many bytes as the product tells.
 */
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  // It stands still while others are measured, and must not take that for listeners that went away.
  timeout: 3_600_000,
});
await server.listen();
answerQuestions(async () => {
  await server.destroy();
});
process.send?.('ready');
