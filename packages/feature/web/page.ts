import type { FunctionComponent } from 'react';
import type { Address, Params } from './address.ts';
import type { Place } from './doors.ts';

/** Whom a page is for: shown before anybody knows who is in, to whoever is in, or within a team's open stream. */
export type PageFor = 'everybody' | 'who-is-in' | 'team';

type Whom = {
  readonly for: PageFor;
  /** A wall screen is its team's board; a page of the team with this is not for it. */
  readonly isClosedToDisplays?: boolean;
  /** Behind which door of the frame; a page without one has no frame around it: the doors step aside, so that nothing tempts. */
  readonly place?: Place;
};

/** Its component comes when it is asked for; only what is the first thing that anybody sees comes at once. */
type Shown<Props> =
  | { readonly load: () => Promise<FunctionComponent<Props>> }
  | { readonly Page: FunctionComponent<Props> };

/** A page as the router takes it: what it asks for is what the router finds in that same path. */
export type PageFace = Whom & { readonly path: string } & Shown<never>;

/** A page asks for what stands in its path, and for nothing else: the compiler holds its component against its address. */
export const page = <const Path extends string>({
  at,
  ...said
}: Whom & { readonly at: Address<Path> } & Shown<Params<Path>>): PageFace => ({ path: at.path, ...said });
