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
export const ask = <T>(method: string, path: string, body?: unknown, patience = REQUEST_MS): Promise<T> =>
  answerTo(method, path, body, patience, (response) => response.json() as Promise<T>);

/** A file over HTTP, with the name that the server gives it; fails as `ask` does. */
export const askFile = (path: string): Promise<{ readonly name: string; readonly content: Blob }> =>
  answerTo('GET', path, undefined, REQUEST_MS, async (response) => {
    const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return { name: decodeURIComponent(named ?? ''), content: await response.blob() };
  });

async function answerTo<T>(
  method: string,
  path: string,
  body: unknown,
  patience: number,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  let refusal: unknown;
  let status: number;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (response.ok) return await read(response);
    status = response.status;
    refusal = await response.json();
  } catch (error) {
    throw new Unreachable(String(error));
  }
  // A gateway without our server behind it answers in its own words.
  if (typeof refusal !== 'object' || refusal === null || !('refused' in refusal))
    throw new Unreachable(`status ${status}`);
  throw new Refused(refusal as Refusal);
}
