import { isDeepStrictEqual, promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Schema } from '#packages/http';
import type { Refusal } from '#packages/kernel';
import type { File } from './implement.ts';

/** Refusals that are not about what somebody asked, but about the door. Any other is 422. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  'wrong-origin': 403,
  'sign-in-first': 401,
  'not-found': 404,
  'too-large': 413,
  'too-often': 429,
  fault: 500,
  unavailable: 503,
};

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .code(STATUS[refusal.refused] ?? 422)
    .send(refusal);
}

/** Characters; below it the answer fits in one packet anyway. */
const WORTH_COMPRESSING = 1400;
const compressed = promisify(gzip);

/** A whole board is six times smaller on the way, which a phone between two lessons notices. */
export async function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer);
  const isWorthIt =
    text.length > WORTH_COMPRESSING && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
  if (!isWorthIt) return reply.send(text);
  return reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' }).send(await compressed(text));
}

/** Kept, never opened: whatever is in a file, it is not a page of ours. */
export function sendFile(reply: FastifyReply, { type, name, content }: File): FastifyReply {
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .type(type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .send(content);
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Says in a word what of an answer is not as its contract has it; null when all is. An answer that tells more than it
 * promised is as wrong as one that tells less.
 */
export function unlike(schema: Schema, answer: unknown): string | null {
  const told: unknown = JSON.parse(JSON.stringify(answer));
  const parsed = z.safeParse(schema, told);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `${issue?.path.join('.')}: ${issue?.message}`;
  }
  if (isDeepStrictEqual(told, parsed.data)) return null;
  return `it tells ${JSON.stringify(told)}, and promises ${JSON.stringify(parsed.data)}`;
}
