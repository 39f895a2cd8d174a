import type { Story } from '#packages/feature/story';
import type { AnyAccessKind, Implementation } from '#packages/http/server';
import type { Outbox } from '#packages/mail';
import type { Effect, Guard } from '#packages/sync/server';

/** Something that is done again and again, on every server: two that do it at once must do no harm. */
export type Job = {
  /** For the log, when it fails. */
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
};

/** A page of the web client, as its address is asked for. */
export type OpenedPage = {
  readonly path: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
};

/** What there is before the streams are. */
export type Ground = { readonly outbox: Outbox; readonly baseUrl: string };

/**
 * What a feature does on the server: `export const face: ServerFace<House> = { … }` in its `server/face.ts`. `House` is all
 * that the server is built of (`features/people/server`).
 */
export type ServerFace<House> = {
  /** What must be true elsewhere before a change is written. */
  readonly guards?: (ground: Ground) => readonly Guard[];
  /** What else happens in the transaction of a change. */
  readonly effects?: (ground: Ground) => readonly Effect[];
  /** How somebody comes in that this feature is the first to know of. */
  readonly accessKinds?: (house: House) => readonly AnyAccessKind[];
  readonly endpoints?: (house: House) => readonly Implementation[];
  /** What a page asks before it can draw anything, as addresses below /api: fetched beside its scripts instead of after them. */
  readonly asksFirst?: (page: OpenedPage) => readonly string[];
  readonly jobs?: (house: House) => readonly Job[];
  /** What it tells of the demonstration; asked for when one is filled. */
  readonly story?: () => Promise<{ readonly story: Story }>;
};
