import type { FastifyReply, FastifyRequest } from 'fastify';

/** Of answers that come by the hundred in a second and are all alike, one in so many is written down, and says so. */
const ONE_IN = 20;
const SLOW_MS = 250;
let passed = 0;

/** What an administrator sees of an answer: the form of its address, never what it was about. */
export function logAnswered(request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode: status, elapsedTime } = reply;
  const url = request.routeOptions.url ?? 'unknown';
  const isOrdinary = status === 200 && elapsedTime < SLOW_MS && url === '/api/commands';
  if (isOrdinary && ++passed % ONE_IN !== 0) return;
  request.server.log.info(
    {
      reqId: request.id,
      method: request.method,
      url,
      status,
      ms: Math.round(elapsedTime),
      ...(isOrdinary ? { oneIn: ONE_IN } : {}),
    },
    'answered',
  );
}
