import { createServer, type ServerResponse } from 'node:http';
import { answerQuestions } from './measured-process.ts';
import { answerOf, changeOf, commandIdIn, greeting, teamIn } from './wire.ts';

/**
 * The least that could do the same: node:http, a list of listeners per team, and every POST written to all of them.
 * No database, no validation, nobody is asked who they are. It sends as many bytes as the product does.
 */
const { PORT, FRAME_BYTES, ANSWER_BYTES } = process.env;
const frameBytes = Number(FRAME_BYTES);
const answer = answerOf(Number(ANSWER_BYTES));
const rooms = new Map<string, { seq: number; listeners: Set<ServerResponse> }>();

function roomOf(team: string) {
  const room = rooms.get(team) ?? { seq: 0, listeners: new Set() };
  rooms.set(team, room);
  return room;
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const room = roomOf(teamIn(request.url ?? ''));
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(greeting(room.seq));
    room.listeners.add(response);
    response.on('close', () => room.listeners.delete(response));
    return;
  }
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => {
    const room = roomOf(teamIn(body));
    room.seq += 1;
    const frame = changeOf(room.seq, commandIdIn(body), frameBytes);
    for (const listener of room.listeners) listener.write(frame);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});

server.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
answerQuestions(async () => {
  server.closeAllConnections();
  server.close();
});
