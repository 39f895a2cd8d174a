// What only a field asks, apart from what the action line reads with: the first page has the line, and no such field.
export { readDay } from './read-day.ts';
export { readTime } from './read-time.ts';
