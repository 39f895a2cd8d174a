import type { RefusalTexts } from '#packages/kernel';
import type { AnyPart, StreamKind } from '#packages/sync';

/**
 * What a feature says of itself to the server and to the screen alike; `features/x/index.ts` exports one, and
 * `apps/features.ts` lists them. What only one side needs is in its face of that side (`server/face.ts`, `web/face.tsx`),
 * which is found by the feature's name: the two never meet in one file.
 */
export type Feature = {
  /** The name of its folder. */
  readonly name: string;
  /** Kinds of stream that it is the first to know. */
  readonly streams?: readonly StreamKind[];
  /** What it puts into streams, of one kind or of several. */
  readonly parts: readonly AnyPart[];
  /** Who may do what: rows of capability, whom and how far. */
  readonly access: Readonly<Record<string, object>>;
  /** Every no, in both languages. */
  readonly refusals: RefusalTexts;
};

/** Keeps the exact type of what a feature says, so that whoever puts features together is checked by the compiler. */
export const feature = <const F extends Feature>(said: F): F => said;
