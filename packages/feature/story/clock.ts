import { addDays, type ClockTime, type Day, instantAt, isWorkday, startOfWeek } from '#packages/kernel';

/**
 * The clock of a story: its streams are written as if it were then. It only goes forward, so that moments in a log rise with
 * its numbers. Days are counted from that of this week's session.
 */
export class StoryClock {
  #ms: number;
  readonly #sessionDay: Day;

  constructor(today: Day) {
    this.#sessionDay = nextWorkday(today);
    this.#ms = this.moment(FIRST_WEEK, 0, '08:00');
  }

  readonly now = (): number => this.#ms;

  /** Goes on to a moment; one that has passed already is not gone back to. */
  reach(ms: number): void {
    this.#ms = Math.max(this.#ms, ms);
  }

  readonly pass = (seconds: number): void => {
    this.#ms += seconds * 1000;
  };

  /** A school day so many weeks before this week's session and so many days from there; a weekend gives way. */
  readonly day = (weeksAgo: number, days = 0): Day => {
    const day = addDays(this.#sessionDay, days - 7 * weeksAgo);
    return days < 0 ? lastWorkday(day) : nextWorkday(day);
  };

  /** Monday of the week so many weeks ago; a negative number is to come. */
  readonly monday = (weeksAgo: number): Day => startOfWeek(this.day(weeksAgo));

  readonly sunday = (weeksAgo: number): Day => addDays(this.monday(weeksAgo), 6);

  moment(weeksAgo: number, days: number, time: ClockTime): number {
    return instantAt(this.day(weeksAgo, days), time).getTime();
  }
}

/** So many weeks ago a story begins. */
const FIRST_WEEK = 11;

/** Today, so that a session can be held at once; in a weekend the Monday after it. */
const nextWorkday = (day: Day): Day => (isWorkday(day) ? day : nextWorkday(addDays(day, 1)));
const lastWorkday = (day: Day): Day => (isWorkday(day) ? day : lastWorkday(addDays(day, -1)));
