/** One notice at a time (U11). Which one, and what waits behind it. */
export type Queued = {
  readonly key: number;
  /** A "no" or a warning: it is read before it goes, whatever else is done meanwhile. */
  readonly waits: boolean;
};

/** What was done last is what somebody may want back; what was only a word about an earlier act makes room for it. */
export const withNotice = <Notice extends Queued>(
  queue: readonly Notice[],
  notice: Notice,
): readonly Notice[] => {
  const warnings = queue.filter(({ waits }) => waits);
  return notice.waits ? [...warnings, notice] : [...warnings.slice(0, 1), notice, ...warnings.slice(1)];
};

/** The next act: whoever goes on did not want the last one back. */
export const afterAct = <Notice extends Queued>(queue: readonly Notice[]): readonly Notice[] =>
  queue.filter(({ waits }) => waits);
