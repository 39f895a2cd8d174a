import { addMonths, type Day, dayOfMonth, makeDay, monthOf, yearOf } from '../../calendar.ts';
import { phraseReader } from '../day-phrases.ts';
import { wordsOf } from '../words.ts';

const LEAD_IN = /^(op|voor|uiterlijk|tot|on|by|before|until)\s+/i;

/** '4': the next fourth, this month or the next one that has such a day. */
function nextOfNumber(number: number, today: Day): Day | null {
  const first = makeDay(yearOf(today), monthOf(today), 1);
  if (first === null) return null;
  for (let ahead = number < dayOfMonth(today) ? 1 : 0; ahead < 3; ahead++) {
    const month = addMonths(first, ahead);
    const day = makeDay(yearOf(month), monthOf(month), number);
    if (day !== null) return day;
  }
  return null;
}

/**
 * A day as somebody types it in a field, in Dutch or English: 'vr', '4-12', '4 dec', 'morgen', 'week 50', 'over 2 weken',
 * '4'. A line of an action is read with the same eyes, so that both understand the same. Null when it is more than a
 * day, or none.
 */
export function readDay(typed: string, today: Day): Day | null {
  const text = typed
    .trim()
    .replace(/(\d)\s*[.]\s*(?=\d)/g, '$1-')
    .replace(LEAD_IN, '');
  const number = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)?$/i.exec(text)?.[1];
  if (number !== undefined) return nextOfNumber(Number(number), today);
  const words = wordsOf(text);
  const phrase = phraseReader(words, today)(0);
  return phrase?.to === words.length ? phrase.day : null;
}
