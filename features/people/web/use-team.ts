import type { AnyPart, PayloadsOfPart, StateOfPart } from '#packages/sync';
import { type StreamHandle, useStream } from '#packages/sync/react';

export type TeamHandle<P extends AnyPart> = StreamHandle<StateOfPart<P>, PayloadsOfPart<P>> & {
  readonly teamId: string;
};

/** The team whose stream is open, as far as a feature's part knows it. */
export function useTeam<P extends AnyPart>(part: P): TeamHandle<P> {
  const open = useStream(part);
  return { ...open, teamId: open.ref.id };
}
