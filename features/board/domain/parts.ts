import type { PartOfBoard } from '#packages/feature';
import type { Kind } from '#packages/sync';

/** How a team likes to check in. */
export const moodScales = ['smileys', 'weather', 'number', 'word'] as const;
export type MoodScale = (typeof moodScales)[number];

/** What inspires the team itself; what inspires the whole school hangs on the school's stream (features/themes). */
export const inspirationKinds = ['arena', 'agreement'] as const;
export type InspirationKind = (typeof inspirationKinds)[number];

export type Step = 1 | 2 | 3 | 4 | 5;
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

/** Marks of a scale, from best to hardest; a number goes from '10' down to '1', a word is free. */
export const marksOf: Readonly<Record<MoodScale, readonly string[]>> = {
  smileys: ['great', 'good', 'okay', 'low', 'rough'],
  weather: ['sunny', 'partly-cloudy', 'cloudy', 'rainy', 'stormy'],
  number: ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1'],
  word: [],
};

export const fitsScale = (scale: MoodScale, mark: string): boolean =>
  scale === 'word' || marksOf[scale].includes(mark);

/** From 5 (best) to 1 (hardest) for the marks that have a picture; null for a number or a word. */
export function levelOf(scale: MoodScale, mark: string): 1 | 2 | 3 | 4 | 5 | null {
  if (scale !== 'smileys' && scale !== 'weather') return null;
  const levels = [5, 4, 3, 2, 1] as const;
  return levels[marksOf[scale].indexOf(mark)] ?? null;
}
