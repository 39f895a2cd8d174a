import type { Day } from '#packages/kernel';
import {
  isNear,
  type Phrase,
  phraseReader,
  SHORT_WEEKDAYS,
  setOf,
  type Word,
} from '#packages/kernel/reading';

/** Finds the words of a line that say when the action is due (rules L6–L13 in action-line.ts). */

export interface When {
  /** First word, the preposition included, and the word after the last. */
  readonly from: number;
  readonly to: number;
  readonly day: Day;
  readonly isDeadline: boolean;
}

export interface WhenSetting {
  readonly words: readonly Word[];
  /** What stands after the last word. */
  readonly tail: string;
  readonly today: Day;
  readonly isEnglish: boolean;
  /** Words already read as a name that was clearly marked. */
  isTaken(i: number): boolean;
  /** The word is the first name of somebody in the team. */
  isName(i: number): boolean;
}

const DEADLINE = setOf('voor vr uiterlijk tegen tot by before until till due deadline');
const LEAD_IN = setOf('op rond on for');
const LONG_LEAD_INS = [
  ['t', 'm'],
  ['tot', 'en', 'met'],
  ['no', 'later', 'than'],
];
const ARTICLES = setOf('de het the een a an');
const NOT_DUE = setOf(
  'van vanaf sinds na elke elk iedere ieder alle vorige vorig afgelopen laatste tussen per of from since after every each last past between all',
);
const NOT_BEFORE_SHORT = setOf(
  'en of and or het de een the a an to net ook al is zijn gaat doe doen dit dat wel niet hoe even maar zoals liever hbo vwo havo mbo we you they i he she can must what naar',
);
const CLOCK_WORDS = setOf('om at uur u h');

export function findWhens(setting: WhenSetting): When[] {
  const { words, tail, isTaken, isName } = setting;
  const read = phraseReader(words, setting.today);
  const at = (i: number) => words[i]?.plain ?? '';
  const gapAfter = (i: number) => words[i]?.gap ?? tail;

  const isClock = (i: number) =>
    /^\d{1,2}[:.]\d\d$/.test(at(i)) ||
    CLOCK_WORDS.has(at(i)) ||
    (/^\d+$/.test(at(i)) && /^(om|at)$/.test(at(i - 1)));
  // Counted once from the back, so that a line full of abbreviations is not walked again for each of them.
  let lastFrom = words.length;
  while (lastFrom > 0 && (isTaken(lastFrom - 1) || isName(lastFrom - 1) || isClock(lastFrom - 1))) lastFrom--;
  let firstUntil = 0;
  while (firstUntil < words.length && (isTaken(firstUntil) || isName(firstUntil))) firstUntil++;

  // Words before this belong to a day already found.
  let free = 0;

  /** The preposition and article that belong to a phrase; null where they give it another meaning. */
  function leadIn(
    i: number,
    phrase: Phrase,
  ): { from: number; isDeadline: boolean; isIntroduced: boolean } | null {
    let from = i;
    if (i > free && isNear(words[i]) && ARTICLES.has(at(i - 1))) {
      if (!phrase.takesArticle) return null;
      from--;
    }
    let isDeadline = false;
    let isIntroduced = false;
    while (from > free && !isTaken(from - 1)) {
      const long = LONG_LEAD_INS.find((list) => list.every((word, k) => at(from - list.length + k) === word));
      const before = at(from - 1);
      const joins =
        isNear(words[from]) || (/^:\s*$/.test(words[from]?.gap ?? '') && /^(due|deadline)$/.test(before));
      if (!joins) break;
      const isWeekIn = before === 'in' && /^(week|wk)$/.test(at(i));
      if (!long && !DEADLINE.has(before) && !LEAD_IN.has(before) && !isWeekIn) break;
      isDeadline ||= long !== undefined || DEADLINE.has(before);
      isIntroduced = true;
      from -= long?.length ?? 1;
    }
    return isNear(words[from]) && NOT_DUE.has(at(from - 1)) ? null : { from, isDeadline, isIntroduced };
  }

  /** Abbreviations and bare figures count only where nothing else can be meant (L11, L12). */
  function standsAlone(i: number, phrase: Phrase, from: number, isIntroduced: boolean): boolean {
    const before = words[from]?.gap ?? '';
    const after = gapAfter(phrase.to);
    if (!(from === 0 || /[\s([,;:|>→–—]$/.test(before)) || /^[/&+@-]/.test(after)) return false;
    const isLast = phrase.to >= lastFrom;
    const isFirst = from <= firstUntil;
    const isSetApart = /[([]\s*$/.test(before) && /^\.?\s*[)\]]/.test(after);
    const isHeading = isFirst && /^\.?\s*[:,]/.test(after);
    if (SHORT_WEEKDAYS.has(at(i)) && phrase.to === i + 1) {
      const isOther = /^\s+$/.test(before) && NOT_BEFORE_SHORT.has(at(from - 1));
      const isEnglishDo = at(i) === 'do' && setting.isEnglish && !isIntroduced;
      if (isEnglishDo || (isOther && !isIntroduced)) return false;
      if (at(i) === 'zo') return isLast || isSetApart;
    }
    if (isIntroduced || isLast || isSetApart || isHeading) return true;
    return phrase.needs === 'start-or-edge' && isFirst;
  }

  const found: When[] = [];
  for (let i = 0; i < words.length; i++) {
    const phrase = isTaken(i) ? null : read(i);
    if (phrase === null) continue;
    // At the start of a line 'Jan 5 toetsen' is Jan, not the fifth of January.
    if (i <= firstUntil && isName(i) && phrase.to > i + 1) continue;
    const lead = leadIn(i, phrase);
    const isRefused =
      lead === null ||
      (phrase.needs === 'deadline' && !lead.isDeadline) ||
      (phrase.needs?.endsWith('edge') && !standsAlone(i, phrase, lead.from, lead.isIntroduced));
    if (!isRefused)
      found.push({ from: lead.from, to: phrase.to, day: phrase.day, isDeadline: lead.isDeadline });
    if (isRefused && lead !== null) continue;
    free = phrase.to;
    i = phrase.to - 1;
  }
  return chosen(found);
}

/** Of several: the last deadline, otherwise the last; words that say the same day again ('vrijdag (27 nov)') go with it (L8). */
function chosen(found: readonly When[]): When[] {
  const best = found.findLast((when) => when.isDeadline) ?? found.at(-1);
  return best ? found.filter((when) => when.day === best.day).slice(-3) : [];
}
