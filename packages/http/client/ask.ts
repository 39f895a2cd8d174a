import type { Refusal } from '#packages/kernel';

/** Nothing answered: the network is gone, or the server is. What was sent may or may not have arrived. */
export class Unreachable extends Error {}

/** The server answered, and the answer is no, for the request as a whole. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Whether the server said no with this very code. */
export const isRefusedWith = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Refused && codes.includes(error.refusal.refused);

const REQUEST_MS = 20_000;

/** JSON over HTTP: `Unreachable` when nobody answered, `Refused` with the server's own word when it said no. */
export async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  patience = REQUEST_MS,
): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    answer = await response.json();
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (response.ok) return answer as T;
  // A gateway without our server behind it answers in its own words.
  if (typeof answer !== 'object' || answer === null || !('refused' in answer))
    throw new Unreachable(`status ${response.status}`);
  throw new Refused(answer as Refusal);
}
