export type OnBoard = { readonly id: string; readonly text: string };

/** What came on the board since `before` and was not put there from this device (`own`: what waits to be sent). */
export const newsOf = (
  before: ReadonlySet<string>,
  now: readonly OnBoard[],
  own: ReadonlySet<string>,
): OnBoard[] => now.filter(({ id }) => !before.has(id) && !own.has(id));
