import type { Day } from '#packages/kernel';
import { setOf, type Word, wordsOf } from '#packages/kernel/reading';
import { isDutchVerb, isEnglishVerb, isThirdPerson, withInfinitive } from './action-line-verbs.ts';
import { findWhens, type When } from './action-line-when.ts';
import {
  atEnd,
  atStart,
  beforeColon,
  inBrackets,
  mentions,
  type Named,
  type Names,
  Team,
} from './action-line-who.ts';

/*
 * One line of typing makes an action: what, who, when. The board shows what was understood before it is kept, so
 * the reading may be wrong but must never lose a word: what is not understood stays in the text.
 *
 * Who
 * L1  A name is compared without accents and capitals: first name, full name, first and last name. Two people of
 *     that name: nobody is chosen, `whoAmbiguous` holds both. 'Sam B' tells two Sams apart.
 * L2  'Sam: …' at the start is strongest, then '@sam' anywhere, then '(Sam)', then a bare name at the start, then
 *     one set apart at the end. Only the strongest kind is read as names; the others stay in the text.
 * L3  A name that was only begun counts before ':' (three letters, one person) and after '@' (any; several people
 *     leave the choice open).
 * L4  A bare name counts only at the start. It stays in the text before 'bellen', 'vragen' … ('Sam bellen' is about
 *     Sam), when it is joined to something else ('Sam en ouders'), and when it is also a word of the line's language
 *     ('Mark exit tickets by Friday') unless a verb in the third person follows.
 * L5  At the end a name counts behind a dash, an arrow, a comma, 'door' or 'by'. Elsewhere in a sentence a name stays.
 * L6  'Sam en Tom': the first is `who`, the rest are `others`; all are taken out of the text.
 *
 * When
 * L7  Dutch and English are both always understood. 'voor', 'op', 'uiterlijk', 'by', 'on' … go with the day; they do
 *     not change it.
 * L8  Of several days the last deadline ('voor', 'by' …) counts, otherwise the last day. The others stay in the text.
 *     After 'van', 'vanaf', 'na', 'elke', 'last', 'from' … a day is not when it is due, and stays.
 * L9  A weekday is the next one, today included. 'Volgende', 'next': that day of next week. 'Komende', 'a.s.', 'coming':
 *     after today. A week is due on its Friday, a month on its last day.
 * L10 A date without a year is the next one within nine months, otherwise the last one that has been (overdue). The
 *     day comes before the month, unless only the other way round can be.
 * L11 'ma' … 'zo', 'mon' … 'sun' count at the end of the line, behind a preposition, in brackets, or before ':'.
 * L12 Figures ('27/11', '27-11') count there and at the start; not behind 'groep', 'blz', 'chapter' …
 * L13 'Weekend' counts only as a limit ('voor het weekend': Friday).
 * L14 Times of day stay in the text.
 *
 * The text
 * L15 After a name a verb from a short list becomes an infinitive ('maakt exit tickets': 'exit tickets maken'), only
 *     where the line has one clause. 'Zal', 'gaat', 'will', 'to' go with the name.
 * L16 Spaces and marks left behind by a name or a day are tidied. Every word typed is in the text or in a span,
 *     except a verb that L15 changed.
 * L17 A line of only a name, only a day, or nothing has the text ''.
 *
 * Why no library: those for dates know Dutch in part, weigh ten times as much as this, read 'do', 'zo' and 'may' as
 * days, and know nothing of a team's names.
 */

export interface ActionLineSetting<P extends Named> {
  readonly people: readonly P[];
  readonly today: Day;
  /** The language of the screen: decides only where the words do not show one. */
  readonly language?: 'nl' | 'en';
}

export interface ActionLineSpan {
  /** Place in the line as given: first character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly is: 'who' | 'when';
}

export interface ActionLine<P extends Named = Named> {
  /** What is to be done; '' when there is only a name or a day. */
  readonly text: string;
  readonly who: P | null;
  /** Ids of the second and further people named; no longer in the text. */
  readonly others: readonly string[];
  /** Ids of the people that a typed name fits, when it fits several. */
  readonly whoAmbiguous?: readonly string[];
  readonly due: Day | null;
  readonly spans: readonly ActionLineSpan[];
}

const ENGLISH = setOf(
  'the a an and to by for of with on my our your make write call ask will all pupils students class lesson this in at is who has today tomorrow',
);
const DUTCH = setOf(
  'de het een en van voor met bij aan om naar uit over alle leerlingen klas les toets vr wo vrij morgen vandaag volgende zijn haar ouders door',
);

function isEnglishLine(words: readonly Word[], language: 'nl' | 'en'): boolean {
  let balance = 0;
  for (const { plain } of words) {
    if (ENGLISH.has(plain) || isEnglishVerb(plain) || /[a-z]day(?:'s)?$/.test(plain)) balance++;
    if (DUTCH.has(plain) || isDutchVerb(plain) || /[a-z]dag$/.test(plain)) balance--;
  }
  return balance === 0 ? language === 'en' : balance > 0;
}

/** Which parts to look for; a spreadsheet's row may have them in cells of their own. */
export interface Sought {
  readonly who: boolean;
  readonly when: boolean;
}

/** Reads one typed line. Never fails: what is not understood is the text. */
export function readActionLine<P extends Named>(
  line: string,
  setting: ActionLineSetting<P>,
  sought: Sought = { who: true, when: true },
): ActionLine<P> {
  const words = wordsOf(line);
  const tail = line.slice(words.at(-1)?.end ?? 0);
  const team = new Team(sought.who ? setting.people : []);
  const place = { line, words, tail, team };
  const isEnglish = isEnglishLine(words, setting.language ?? 'nl');

  const colon = beforeColon(place, 0);
  let names: readonly Names<P>[] = colon ? [colon] : mentions(place);
  const isNamed = (i: number) => names.some((name) => i >= name.from && i < name.to);
  const whens: readonly When[] = sought.when
    ? findWhens({
        words,
        tail,
        today: setting.today,
        isEnglish,
        isTaken: isNamed,
        isName: (i) => team.isName(words[i]?.plain ?? ''),
      })
    : [];
  const isWhen = (i: number) => whens.some((when) => i >= when.from && i < when.to);

  if (names.length === 0) {
    let start = 0;
    while (isWhen(start)) start++;
    const found =
      beforeColon(place, start) ??
      inBrackets(place, isWhen) ??
      atStart(place, start, { isEnglish, isWhen, isSubject: (i) => isSubject(words[i]?.plain ?? '') }) ??
      atEnd(place, isWhen);
    if (found) names = [found];
  }

  const spans: ActionLineSpan[] = [
    ...names.map((name) => ({ start: name.start, end: nameEnd(name, words, isWhen), is: 'who' as const })),
    ...whens.map((when) => ({
      start: words[when.from]?.start ?? 0,
      end: whenEnd(when, words, line),
      is: 'when' as const,
    })),
  ].sort((a, b) => a.start - b.start);
  const text = tidied(line, spans);
  const isAfterName = names.some((name) => isSubject(words[name.to]?.plain ?? ''));

  return {
    text: isAfterName ? withInfinitive(text) : text,
    ...people(names),
    due: whens[0]?.day ?? null,
    spans,
  };
}

const isSubject = (word: string): boolean => isThirdPerson(word) || /^(will|zal|gaat|is)$/.test(word);

/** The end of a name's span, with the 'zal', 'gaat', 'will' or 'to' that goes with it (L15). */
function nameEnd<P>(name: Names<P>, words: readonly Word[], isWhen: (i: number) => boolean): number {
  const at = (i: number) => (words[i]?.gap === ' ' ? words[i].plain : '');
  let last = name.to - 1;
  let final = words.length - 1;
  while (isWhen(final)) final--;
  const endsInVerb = final > name.to && /(?:en|aan|oen|ien)$/.test(words[final]?.plain ?? '');
  const isGoing = at(name.to) === 'is' && at(name.to + 1) === 'going' && at(name.to + 2) === 'to';
  if (isGoing) last = name.to + 2;
  else if (/^(will|to)$/.test(at(name.to)) || (endsInVerb && /^(zal|gaat)$/.test(at(name.to))))
    last = name.to;
  return words[last]?.end ?? 0;
}

/** The end of a day's span, with the full stop of 'a.s.' or 'vr.'. */
function whenEnd(when: When, words: readonly Word[], line: string): number {
  const last = words[when.to - 1];
  if (last === undefined) return 0;
  const isShortened = last.plain === 'a.s' || (/^[a-z]{2,4}$/.test(last.plain) && words.length > when.to);
  return isShortened && line[last.end] === '.' ? last.end + 1 : last.end;
}

function people<P extends Named>(
  names: readonly Names<P>[],
): Pick<ActionLine<P>, 'who' | 'others' | 'whoAmbiguous'> {
  const groups = names.flatMap((name) => name.groups);
  const sure = new Set(groups.flatMap((group) => (group.length === 1 ? group : [])));
  const open = groups.find((group) => group.length > 1);
  const who = groups[0]?.length === 1 ? (groups[0][0] ?? null) : null;
  const others = [...sure].filter((person) => person !== who).map((person) => person.id);
  return { who, others, ...(open && { whoAmbiguous: open.map((person) => person.id) }) };
}

const SEPARATORS = ' :,;.-–—=>→|•·*+&/';

function trimStart(text: string, marks: string): string {
  let i = 0;
  while (i < text.length && marks.includes(text[i] ?? '')) i++;
  return text.slice(i);
}

function trimEnd(text: string, marks: string): string {
  let i = text.length;
  while (i > 0 && marks.includes(text[i - 1] ?? '')) i--;
  return text.slice(0, i);
}

/** The line without its spans, and without the marks that only served them (L16). */
function tidied(line: string, spans: readonly ActionLineSpan[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const span of spans) {
    pieces.push(line.slice(end, span.start));
    end = span.end;
  }
  pieces.push(line.slice(end));
  const clean = pieces.map((piece) => piece.replace(/[\s\p{Cc}]+/gu, ' '));
  let text = clean[0] ?? '';
  for (const [k, piece] of clean.slice(1).entries()) text = joined(text, piece, k === clean.length - 2);
  // A bullet is a mark with a space behind it; '-5 graden' keeps its minus.
  return text
    .trim()
    .replace(/^(?:[ :,;•·→]|[-*–—>](?= |$))+/, '')
    .trim();
}

const isOpening = (mark: string | undefined) => mark === '(' || mark === '[';

/** What stood before a span and what stood after it, as one text. */
function joined(before: string, after: string, isLast: boolean): string {
  let left = before;
  let right = after;
  const bareLeft = trimEnd(left, ' ,;:');
  const bareRight = trimStart(right, ' ,;:');
  if (isOpening(bareLeft.at(-1)) && /^[)\]]/.test(bareRight)) {
    left = `${bareLeft.slice(0, -1)} `;
    right = ` ${bareRight.slice(1)}`;
  } else if (isOpening(bareLeft.at(-1)) && (bareRight !== '' || !isLast)) {
    return `${bareLeft}${bareRight}`;
  }
  if (trimStart(left, SEPARATORS) === '') return trimStart(right, SEPARATORS);
  const rest = trimStart(right, SEPARATORS);
  if (rest === '' && isLast) return trimEnd(left, `${SEPARATORS}([`);
  if (/^ ?[,.;:!?)\]]+(?: |$)/.test(right)) return trimEnd(left, ' ,;') + right.trimStart();
  return `${left.trimEnd()} ${right.trimStart()}`;
}
