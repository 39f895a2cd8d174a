export { type Phrase, phraseReader, SHORT_WEEKDAYS } from './day-phrases.ts';
export { isNear, plain, setOf, type Word, wordsOf } from './words.ts';
