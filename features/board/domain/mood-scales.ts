/** How a team likes to check in. */
export const moodScales = ['smileys', 'weather', 'number', 'word'] as const;
export type MoodScale = (typeof moodScales)[number];

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
