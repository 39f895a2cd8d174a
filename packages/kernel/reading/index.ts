export { type Phrase, phraseReader, SHORT_WEEKDAYS } from './day-phrases.ts';
export { readDay } from './read-day.ts';
export { readTime } from './read-time.ts';
export { isNear, plain, setOf, type Word, wordsOf } from './words.ts';
