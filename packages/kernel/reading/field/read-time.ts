import type { ClockTime } from '../../calendar.ts';
import { countedIn, plain } from '../words.ts';

const HOURS = countedIn(
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  'one two three four five six seven eight nine ten eleven twelve',
);

const clock = (hour: number, minute: number): ClockTime | null =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;

/** Spoken hours go to twelve; a school's day begins at seven, so 'vier' is in the afternoon. */
const atSchool = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour);

const hourOf = (word: string | undefined) =>
  word === undefined ? undefined : (HOURS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined));

/** Minutes that lie around the hour that is named: 'half vier' is half an hour before four, 'half past four' after it. */
const AROUND: readonly (readonly [RegExp, number])[] = [
  [/^kwart voor (\S+)$/, -15],
  [/^kwart over (\S+)$/, 15],
  [/^vijf voor half (\S+)$/, -35],
  [/^vijf over half (\S+)$/, -25],
  [/^tien voor half (\S+)$/, -40],
  [/^tien over half (\S+)$/, -20],
  [/^half (?!past\b)(\S+)$/, -30],
  [/^(?:vijf voor|five to) (\S+)$/, -5],
  [/^(?:tien voor|ten to) (\S+)$/, -10],
  [/^(?:vijf over|five past) (\S+)$/, 5],
  [/^(?:tien over|ten past) (\S+)$/, 10],
  [/^(?:a )?quarter to (\S+)$/, -15],
  [/^(?:a )?quarter past (\S+)$/, 15],
  [/^half past (\S+)$/, 30],
];

/** A time as somebody types it: '1545', '15.45', '9u', '3:45 pm', 'kwart voor vier', 'half past three'. Null when it is none. */
export function readTime(typed: string): ClockTime | null {
  const text = plain(typed)
    .trim()
    .replace(/^(om|at)\s+/, '')
    .replace(/\s+/g, ' ');
  const figures = /^(\d{1,2})(?:[:.u h]?([0-5]\d))?\s?(?:uur|u|h|o'clock)?\s?(am|pm)?$/.exec(text);
  if (figures) {
    const [, hour = '', minute = '0', half] = figures;
    const twelve = Number(hour) % 12;
    if (half !== undefined)
      return Number(hour) > 12 ? null : clock(half === 'pm' ? twelve + 12 : twelve, Number(minute));
    return clock(Number(hour), Number(minute));
  }
  for (const [form, minutes] of AROUND) {
    const hour = hourOf(form.exec(text)?.[1]);
    if (hour === undefined) continue;
    const total = atSchool(hour) * 60 + minutes;
    return clock(Math.floor(total / 60), total % 60);
  }
  const spoken = /^(\S+)(?: uur| o'clock)?$/.exec(text)?.[1];
  const hour = spoken === undefined ? undefined : HOURS.get(spoken);
  return hour === undefined ? null : clock(atSchool(hour), 0);
}
