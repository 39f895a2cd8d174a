import type { PartOfBoard } from '#packages/feature';
import type { Kind } from '#packages/sync';

export type Step = NonNullable<PartOfBoard['step']>;
export const allSteps: readonly Step[] = [1, 2, 3, 4, 5];

type Places = readonly { readonly part: string; readonly hidden: boolean }[];
/** The parts that features bring, as they stand in the state. */
export type KnownParts = { readonly partOfBoard: Kind<PartOfBoard> };

/** What can hang on a board, as the features bring it: first the steps of the session, then what stands around them. */
export const partsInOrder = (state: KnownParts): readonly PartOfBoard[] =>
  state.partOfBoard.all().toSorted((a, b) => a.order - b.order);

/** The parts of a step that the board shows; none means that the session passes the step over. */
export const partsOfStep = (state: KnownParts, step: Step, places: Places): string[] =>
  places
    .filter(({ part, hidden }) => !hidden && state.partOfBoard.get(part)?.step === step)
    .map(({ part }) => part);

/** The steps that a session walks on this board, in standard order. */
export const stepsOf = (state: KnownParts, places: Places): Step[] =>
  allSteps.filter((step) => partsOfStep(state, step, places).length > 0);
