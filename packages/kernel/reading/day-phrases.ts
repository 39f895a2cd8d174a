import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  lastDayOfMonth,
  makeDay,
  mondayOfWeek,
  monthOf,
  startOfWeek,
  weekday,
  yearOf,
} from '../calendar.ts';
import { countedIn, isNear, setOf, type Word } from './words.ts';

/** A phrase that names a day, starting at one word, whatever stands around it. */
export interface Phrase {
  /** The word after the last. */
  readonly to: number;
  readonly day: Day;
  /** What has to be around it before it counts (rules L11–L13): these are also ordinary words and numbers. */
  readonly needs?: 'edge' | 'start-or-edge' | 'deadline';
  /** A bare 'de' or 'the' may stand before it. */
  readonly takesArticle?: true;
}

const WEEKDAYS = countedIn(
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'monday tuesday wednesday thursday friday saturday sunday',
);
export const SHORT_WEEKDAYS = countedIn(
  'ma di wo do vr za zo',
  'mon tue wed thu fri sat sun',
  '_ tues weds thurs',
);
const MONTHS = countedIn(
  'januari februari maart april mei juni juli augustus september oktober november december',
  'january february march april may june july august september october november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  '_ _ mar _ may _ _ _ sept oct',
);
const NUMBERS = countedIn(
  'een twee drie vier vijf zes zeven acht negen tien',
  'one two three four five six seven eight nine ten',
  'a',
  'an',
  'n',
);
const RELATIVE = new Map<string, number>([
  ...[...setOf('vandaag vanochtend vanmiddag vanavond today tonight eod')].map((word) => [word, 0] as const),
  ...[...setOf('morgen morgenochtend morgenmiddag morgenavond tomorrow')].map((word) => [word, 1] as const),
  ['overmorgen', 2],
  ['gisteren', -1],
  ['yesterday', -1],
]);

const THIS = setOf('de het the deze dit this');
const NEXT = setOf('volgende next');
const COMING = setOf('komende aanstaande coming a.s');
/** Numbers after these are groups, pages and marks. */
const NUMBERED = setOf(
  'groep groepen gr klas klassen leerjaar jaar unit hoofdstuk h paragraaf blz bladzijde pagina opdracht opdrachten opgave opgaven som sommen les lessen periode vraag vragen deel module stap niveau score cijfer lokaal thema blok group groups class year years grade grades chapter page pages exercise exercises lesson lessons question questions part room step',
);
const JOINED = setOf('en and of or');

/** How far ahead a date without a year may lie: nine months. */
const LOOK_AHEAD = 274;

const ORDINAL = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)?$/;
const COMPOUND = /^([a-z]+dag)(?:ochtend|morgen|middag|avond)$/;

/** The next day of this month and number within nine months, otherwise the last one that has been (L10). */
function nearestYear(dayOfMonth: number, month: number, today: Day): Day | null {
  let past: Day | null = null;
  for (let year = yearOf(today) - 4; year <= yearOf(today) + 1; year++) {
    const day = makeDay(year, month, dayOfMonth);
    if (day !== null && day >= today && daysBetween(today, day) <= LOOK_AHEAD) return day;
    if (day !== null && day < today) past = day;
  }
  return past;
}

/** Reads the phrase that starts at a word; made once per line. */
export function phraseReader(words: readonly Word[], today: Day): (i: number) => Phrase | null {
  const at = (i: number) => words[i]?.plain ?? '';
  const near = (i: number) => isNear(words[i]);
  const monday = startOfWeek(today);
  const orToday = (day: Day) => (day < today ? today : day);
  const fridayOf = (weeksAhead: number) => orToday(addDays(monday, 7 * weeksAhead + 4));
  const monthEnd = (monthsAhead: number) => {
    const day = addMonths(today, monthsAhead);
    return lastDayOfMonth(yearOf(day), monthOf(day));
  };

  // A long paste asks for the same few days again and again; each is worked out once.
  const nearest = new Map<number, Day | null>();
  function nearestTo(dayOfMonth: number, month: number): Day | null {
    const key = month * 100 + dayOfMonth;
    const known = nearest.get(key);
    if (known !== undefined) return known;
    const day = nearestYear(dayOfMonth, month, today);
    nearest.set(key, day);
    return day;
  }

  const longWeekday = (i: number) => WEEKDAYS.get(at(i)) ?? WEEKDAYS.get(COMPOUND.exec(at(i))?.[1] ?? '');
  const anyWeekday = (i: number) => longWeekday(i) ?? SHORT_WEEKDAYS.get(at(i));
  const onOrAfter = (number: number, from: Day) => addDays(from, (number - weekday(from) + 7) % 7);
  const upcoming = new Map<number, Day>();
  function onOrAfterToday(number: number): Day {
    const day = upcoming.get(number) ?? onOrAfter(number, today);
    upcoming.set(number, day);
    return day;
  }

  function dated(to: number, dayOfMonth: number, month: number): Phrase | null {
    const typedYear = words[to];
    const isYear =
      (/^20\d\d$/.test(at(to)) && /^,?\s+$/.test(typedYear?.gap ?? '')) ||
      (/^\d\d$/.test(at(to)) && /^\s*['’]$/.test(typedYear?.gap ?? ''));
    if (isYear) {
      const day = makeDay(Number(at(to)) + (at(to).length === 2 ? 2000 : 0), month, dayOfMonth);
      return day === null ? null : { to: to + 1, day, takesArticle: true };
    }
    const day = nearestTo(dayOfMonth, month);
    return day === null ? null : { to, day, takesArticle: true };
  }

  function inFigures(i: number): Phrase | null {
    const parts = at(i).split(/[-/]/).map(Number);
    if (!/^\d+[-/]\d/.test(at(i)) || NUMBERED.has(at(i - 1))) return null;
    const [a = 0, b = 0, c] = parts;
    if (c === undefined) {
      const day = b > 12 ? nearestTo(b, a) : nearestTo(a, b);
      return day === null || JOINED.has(at(i - 1)) ? null : { to: i + 1, day, needs: 'start-or-edge' };
    }
    const isIso = /^\d{4}/.test(at(i));
    const year = isIso ? a : c < 100 ? 2000 + c : c;
    const [month, dayOfMonth] = isIso ? [b, c] : b > 12 ? [a, b] : [b, a];
    const day = makeDay(year, month, dayOfMonth);
    return day === null ? null : { to: i + 1, day };
  }

  function date(i: number): Phrase | null {
    const dayFirst = ORDINAL.exec(at(i));
    if (dayFirst && !NUMBERED.has(at(i - 1))) {
      const m = at(i + 1) === 'of' && near(i + 1) ? i + 2 : i + 1;
      const month = MONTHS.get(at(m));
      if (month !== undefined && near(m)) return dated(m + 1, Number(dayFirst[1]), month);
    }
    const glued = /^(\d{1,2})([a-z]{3,9})$/.exec(at(i));
    const gluedMonth = MONTHS.get(glued?.[2] ?? '');
    if (glued && gluedMonth !== undefined) return dated(i + 1, Number(glued[1]), gluedMonth);
    const month = MONTHS.get(at(i));
    const number = ORDINAL.exec(at(i + 1));
    // 'May 5' but 'pupils may 5 times'; 'mei 5 nov' is the fifth of November.
    const isMonthFirst = month !== undefined && number !== null && near(i + 1) && words[i]?.typed !== 'may';
    if (isMonthFirst && !MONTHS.has(at(i + 2))) return dated(i + 2, Number(number[1]), month);
    return inFigures(i);
  }

  function numberedWeek(i: number): Phrase | null {
    if ((at(i) !== 'week' && at(i) !== 'wk') || !near(i + 1) || !/^\d{1,2}$/.test(at(i + 1))) return null;
    for (const year of [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]) {
      const start = mondayOfWeek(year, Number(at(i + 1)));
      if (start !== null && addDays(start, 6) >= today) {
        const isFar = daysBetween(today, start) > LOOK_AHEAD;
        const last = isFar ? mondayOfWeek(year - 1, Number(at(i + 1))) : start;
        return last === null ? null : { to: i + 2, day: addDays(last, 4), needs: 'edge' };
      }
    }
    return null;
  }

  /** 'volgende week', 'next week': how many weeks ahead, and the word after it. */
  function weekAhead(i: number): { ahead: number; to: number } | null {
    if (at(i + 1) !== 'week' || !near(i + 1)) return null;
    if (NEXT.has(at(i)) || at(i) === 'komende' || at(i) === 'coming') return { ahead: 1, to: i + 2 };
    return THIS.has(at(i)) && at(i).length > 3 ? { ahead: 0, to: i + 2 } : null;
  }

  function weekPhrase(i: number): Phrase | null {
    const week = weekAhead(i);
    if (week === null) return null;
    const w = at(week.to) === 'op' || at(week.to) === 'on' ? week.to + 1 : week.to;
    const number = near(week.to) && near(w) ? anyWeekday(w) : undefined;
    if (number !== undefined) {
      return { to: w + 1, day: addDays(monday, 7 * week.ahead + number - 1), takesArticle: true };
    }
    return { to: week.to, day: fridayOf(week.ahead), takesArticle: true };
  }

  function pointed(i: number): Phrase | null {
    const isNext = NEXT.has(at(i));
    if (!(isNext || COMING.has(at(i)) || at(i) === 'deze' || at(i) === 'this') || !near(i + 1)) return null;
    if (isNext && (at(i + 1) === 'maand' || at(i + 1) === 'month')) {
      return { to: i + 2, day: monthEnd(1), takesArticle: true };
    }
    const number = anyWeekday(i + 1);
    if (number === undefined) return null;
    const from = isNext ? addDays(monday, 7) : COMING.has(at(i)) ? addDays(today, 1) : today;
    return { to: i + 2, day: onOrAfter(number, from), takesArticle: true };
  }

  function onWeekday(i: number): Phrase | null {
    const number = anyWeekday(i);
    if (number === undefined) return null;
    if (near(i + 1) && COMING.has(at(i + 1))) return { to: i + 2, day: onOrAfter(number, addDays(today, 1)) };
    const week = near(i + 1) ? weekAhead(i + 1) : null;
    if (week) return { to: week.to, day: addDays(monday, 7 * week.ahead + number - 1) };
    const d = (at(i + 1) === 'de' || at(i + 1) === 'the') && near(i + 1) ? i + 2 : i + 1;
    // The date decides, also where the weekday does not fit it.
    const full = /^[.,]?\s{1,3}$/.test(words[d]?.gap ?? '') ? date(d) : null;
    if (full) return { to: full.to, day: full.day };
    const day = onOrAfterToday(number);
    return longWeekday(i) === undefined ? { to: i + 1, day, needs: 'edge' } : { to: i + 1, day };
  }

  function after(i: number): Phrase | null {
    const isDutch = at(i) === 'over' || at(i) === 'binnen';
    if (!(isDutch || at(i) === 'in' || at(i) === 'within') || !near(i + 1) || !near(i + 2)) return null;
    const count = /^\d{1,3}$/.test(at(i + 1)) ? Number(at(i + 1)) : NUMBERS.get(at(i + 1));
    if (count === undefined) return null;
    const unit = (isDutch ? /^(dag|week|maand|weken)(?:en)?$/ : /^(day|week|month)s?$/).exec(at(i + 2))?.[1];
    if (unit === undefined) return null;
    const isMonth = unit.startsWith('m');
    const day = isMonth ? addMonths(today, count) : addDays(today, count * (unit.startsWith('w') ? 7 : 1));
    return { to: i + 3, day };
  }

  function endOf(i: number): Phrase | null {
    const isBegin = at(i) === 'begin' && i > 0;
    if (!isBegin && at(i) !== 'eind' && at(i) !== 'einde' && at(i) !== 'end') return null;
    let j = i + 1;
    if (at(j) === 'van' || at(j) === 'of') j++;
    const ahead = NEXT.has(at(j)) || at(j) === 'komende' ? 1 : 0;
    if (ahead === 1 || THIS.has(at(j))) j++;
    for (let k = i + 1; k <= j; k++) if (!near(k)) return null;
    const noun = at(j);
    const found = (day: Day): Phrase => ({ to: j + 1, day, takesArticle: true });
    if (noun === 'week') {
      const numbered = isBegin ? null : numberedWeek(j);
      if (numbered) return { to: numbered.to, day: numbered.day };
      return found(isBegin ? orToday(addDays(monday, 7 * ahead)) : fridayOf(ahead));
    }
    if (noun === 'maand' || noun === 'month') {
      return found(isBegin ? orToday(addDays(monthEnd(ahead - 1), 1)) : monthEnd(ahead));
    }
    if (isBegin) return null;
    if ((noun === 'dag' || noun === 'day') && ahead === 0) return found(today);
    const month = MONTHS.get(noun);
    if (month === undefined) return null;
    const first = nearestTo(1, month);
    const isNow = month === monthOf(today);
    return first === null ? null : found(isNow ? monthEnd(0) : lastDayOfMonth(yearOf(first), month));
  }

  function relative(i: number): Phrase | null {
    const days = RELATIVE.get(at(i));
    if (days !== undefined) return { to: i + 1, day: addDays(today, days) };
    const isAfterTomorrow = at(i) === 'day' && at(i + 1) === 'after' && at(i + 2) === 'tomorrow';
    if (isAfterTomorrow) return { to: i + 3, day: addDays(today, 2), takesArticle: true };
    if (at(i) === 'weekend') return { to: i + 1, day: fridayOf(0), needs: 'deadline', takesArticle: true };
    return null;
  }

  return (i) =>
    relative(i) ??
    after(i) ??
    endOf(i) ??
    weekPhrase(i) ??
    pointed(i) ??
    onWeekday(i) ??
    date(i) ??
    numberedWeek(i);
}
