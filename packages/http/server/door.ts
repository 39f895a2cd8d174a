import type { FastifyRequest } from 'fastify';

/** What the door knows of somebody who came with a valid token. Who an actor is, is for the features to say. */
export type SignedIn<Actor = unknown> = { readonly actor: Actor; readonly sessionId: string };

export type Door<Actor = unknown> = {
  readonly cookieName: string;
  /** Null: no token, an unknown one, or one that was revoked. */
  readonly whoIs: (token: string | null) => Promise<SignedIn<Actor> | null>;
};

/** The cookie of a browser, or a bearer token of another client (docs/protocol.md). */
export function tokenOf(request: FastifyRequest, cookieName: string): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName] ?? null;
}

/** Where the product's own pages come from. */
export type Home = {
  /** The address that people use. */
  readonly origin: string;
  /** In a demonstration: also under any number of this machine, but never under a name that somebody else can give it. */
  readonly isDemonstration: boolean;
};

/** A browser names the page that sends a change; without that header it is no browser, and carries no cookie by itself. */
export function isOwnOrigin({ headers }: FastifyRequest, home: Home): boolean {
  const named = headers.origin;
  if (named === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin';
  }
  if (named === home.origin) return true;
  return home.isDemonstration && named === `http://${headers.host}` && isNumberedHost(headers.host ?? '');
}

/** localhost or a bare IP address: a name could be pointed at this machine by any website (DNS rebinding). */
const isNumberedHost = (host: string): boolean =>
  /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[\da-f:]+\])(:\d+)?$/.test(host);
