import type { FastifyRequest } from 'fastify';
import { can } from '#features/people/domain';
import type { Access, Door, SignedIn } from '#features/people/server';
import { type Refusal, refuse } from '#packages/kernel';

/** The one place where somebody is let in. */
export async function admit(access: Access, signedIn: SignedIn | null, params: unknown, door: Door) {
  const actor = signedIn?.actor ?? null;
  if (access.of === 'anyone') return { actor, team: null, schoolId: null };
  if (!actor) return refuse('sign-in-first');
  if (access.of === 'team') {
    const team = await door.findTeam(actor, (params as { team: string }).team);
    return team && can(actor, access.capability, team)
      ? { actor, team, schoolId: team.schoolId }
      : refuse('not-found');
  }
  if (actor.kind !== 'person') return refuse('not-found');
  if (access.of === 'person') return { actor, team: null, schoolId: null };
  const { school } = params as { school: string };
  return can(actor, access.capability, { schoolId: school })
    ? { actor, team: null, schoolId: school }
    : refuse('not-found');
}

export type Admitted = Exclude<Awaited<ReturnType<typeof admit>>, Refusal>;

/** An address of something that cannot exist answers like one of something that does not. */
export const notAddressable = (access: Access, signedIn: SignedIn | null): Refusal =>
  signedIn || access.of === 'anyone' ? refuse('not-found') : refuse('sign-in-first');

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

/** The cookie of a browser, or a bearer token of another client (docs/protocol.md). */
export function tokenOf(request: FastifyRequest, cookieName: string): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName] ?? null;
}
