import type { ComponentType } from 'react';
import type { Finds } from '#packages/search';
import type { PartLook } from '#packages/ui';
import type { Said } from '../said.ts';
import type { PageFace } from './page.ts';

export type SaidByKey = {
  readonly nl: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
};

/** Who looks at a board, and when. */
export type Looking = { readonly memberId: string | null; readonly today: string };

/** How one part of the board looks; where it stands is said in the domain (`gives: { partOfBoard }`). */
export type PartFace = {
  readonly Part: ComponentType<{ look: PartLook }>;
  /** As long as the team gave no name of its own. */
  readonly title: Said;
  /** The button that opens the place to write, on the wall. */
  readonly write: Said;
  /** A single key that goes there. */
  readonly shortcut?: string;
  /** How much width it asks for, in shares: a chart needs room, a note does not. */
  readonly share: number;
  /** What it gives up on the wall when its column is full, beside the others; `least` in lines of text. */
  readonly givesWay: { readonly shrink: number; readonly least: number };
  /** Its place in the one column of a phone, when it asks for nothing: the lower, the earlier. */
  readonly onPhone: number;
  /** When it asks for attention it goes before all others, the lowest rank first. */
  readonly asks?: readonly {
    readonly rank: number;
    readonly when: (state: never, looking: Looking) => boolean;
  }[];
};

/** Something beside what a page itself shows: in the last step of a session, on somebody's own day. */
export type CardFace<Props extends object = object> = {
  /** The lower, the earlier. */
  readonly order: number;
  readonly Card: ComponentType<Props>;
};

/** What a feature shows: `export const face: WebFace = { … }` in its `web/face.tsx`. It is in the first load: pages and dialogs come later. */
export type WebFace = {
  /** What has an address of its own. */
  readonly pages?: readonly PageFace[];
  /** Beside every page of a team, with its stream open. */
  readonly besideTeamPages?: readonly CardFace[];
  /** Part of the board -> how it looks. */
  readonly parts?: Readonly<Record<string, PartFace>>;
  /** In the last step of the session: what the team looks at before it goes to work. */
  readonly todayCards?: readonly CardFace[];
  /** On somebody's own day. */
  readonly dayCards?: readonly CardFace<{ memberId: string }>[];
  /** The first half of a command's name -> what it is about: "A goal". */
  readonly things?: SaidByKey;
  /** Command -> what somebody did, after their name: "ticked off an action". What is not named is not told. */
  readonly deeds?: () => Promise<SaidByKey>;
  /** What the search of a team finds of it. */
  readonly finds?: () => Promise<readonly Finds[]>;
};
