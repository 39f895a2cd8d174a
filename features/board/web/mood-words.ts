import type { Messages } from '#packages/i18n';

/** What a mark of a check-in says in words: smileys and weather. A number or an own word says itself. */
const nl: Readonly<Record<string, string>> = {
  great: 'heel goed',
  good: 'goed',
  okay: 'gaat wel',
  low: 'niet zo',
  rough: 'zwaar',
  sunny: 'zonnig',
  'partly-cloudy': 'half bewolkt',
  cloudy: 'bewolkt',
  rainy: 'regen',
  stormy: 'storm',
};

const en: Messages<typeof nl> = {
  great: 'great',
  good: 'good',
  okay: 'okay',
  low: 'low',
  rough: 'rough',
  sunny: 'sunny',
  'partly-cloudy': 'partly cloudy',
  cloudy: 'cloudy',
  rainy: 'rain',
  stormy: 'storm',
};

export const moodWords = { nl, en };
