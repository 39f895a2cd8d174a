import type { Actor, TeamThing } from '#features/people/domain';

/** What the door knows of somebody who came with a valid token. */
export type SignedIn = { readonly actor: Actor; readonly sessionId: string };

/** What the network layer needs to know to let somebody in. */
export type Door = {
  readonly cookieName: string;
  /** Null: no token, an unknown one, or one that was revoked. */
  readonly whoIs: (token: string | null) => Promise<SignedIn | null>;
  readonly findTeam: (actor: Actor, teamId: string) => Promise<TeamThing | null>;
};
