/** The standard parts of a board, in standard order: first the five steps of the session, then what stands around them. */
export const boardParts = [
  'check-in',
  'successes',
  'goals',
  'actions',
  'programme',
  'visits',
  'parking',
  'inspiration',
] as const;
export type BoardPart = (typeof boardParts)[number];

/** How a team likes to check in. */
export const moodScales = ['smileys', 'weather', 'number', 'word'] as const;
export type MoodScale = (typeof moodScales)[number];

/** What inspires the team itself; what inspires the whole school hangs on the school's stream (features/themes). */
export const inspirationKinds = ['arena', 'agreement'] as const;
export type InspirationKind = (typeof inspirationKinds)[number];

export type Step = 1 | 2 | 3 | 4 | 5;
export const allSteps: readonly Step[] = [1, 2, 3, 4, 5];

/** Which parts each step of the session walks (method 1.3). */
const partsByStep: Readonly<Record<Step, readonly BoardPart[]>> = {
  1: ['check-in'],
  2: ['successes'],
  3: ['goals'],
  4: ['actions'],
  5: ['programme', 'visits'],
};

/** The parts of a step that the board shows; none means that the session passes the step over. */
export function partsOfStep(
  step: Step,
  parts: readonly { readonly part: BoardPart; readonly hidden: boolean }[],
): BoardPart[] {
  return partsByStep[step].filter((part) => parts.some((place) => place.part === part && !place.hidden));
}

/** The steps that a session walks on this board, in standard order. */
export function stepsOf(parts: readonly { readonly part: BoardPart; readonly hidden: boolean }[]): Step[] {
  return allSteps.filter((step) => partsOfStep(step, parts).length > 0);
}

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
