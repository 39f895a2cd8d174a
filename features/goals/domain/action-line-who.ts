import { isNear, plain, setOf, type Word } from '#packages/kernel/reading';

/** Finds the names of a line that say who does it (rules L1–L5 in action-line.ts). */

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names that stand together: one group of people per name typed; more than one in a group is ambiguous. */
export interface Names<P> {
  readonly from: number;
  /** The word after the last. */
  readonly to: number;
  readonly groups: readonly (readonly P[])[];
  /** Where the '@' stands, when there is one. */
  readonly start: number;
  /** 'Sam en ouders': joined to something that is no name. */
  readonly isCut?: boolean;
}

const AND = setOf('en and');
/** Names that can begin a line as a word: without a mark they are the word, in that language (L4). */
const WORDS_IN = {
  nl: setOf('wil april mei juni max do zo di toon leen door ad an bel lees kies ga'),
  en: setOf('mark will may april june an do grant chase bill pat rob sue hope max frank dean'),
};
/** 'Sam bellen': the name is whom it is about, not who does it (L4). */
const DONE_TO = setOf(
  'bellen mailen vragen appen helpen spreken bezoeken uitnodigen bedanken informeren herinneren begeleiden observeren inwerken aanspreken bijpraten feliciteren interviewen',
);

interface Alias<P> {
  readonly words: readonly string[];
  readonly person: P;
  /** 'Sam B': only where there are several Sams, so that 'Sam a…' stays a sentence elsewhere. */
  readonly isInitial: boolean;
}

/** Everything that the people of a team can be called. */
export class Team<P extends Named> {
  private readonly aliases = new Map<string, Alias<P>[]>();
  private readonly firstNames: { readonly plain: string; readonly rest: string; readonly person: P }[] = [];

  constructor(people: readonly P[]) {
    for (const person of people) {
      const words = plain(person.name)
        .split(/[\s.,]+/)
        .filter((word) => word !== '');
      const [first, ...rest] = words;
      const last = rest.at(-1);
      if (first === undefined) continue;
      this.firstNames.push({ plain: first, rest: rest.at(-1) ?? '', person });
      this.add([first], person);
      if (first.includes('-')) this.add(first.split('-'), person);
      if (last === undefined) continue;
      this.add(words, person);
      this.add([first, last], person);
      if (rest.length === 1) this.add([`${first}-${last}`], person);
      for (const word of rest) this.add([first, word.slice(0, 1)], person, true);
    }
  }

  private add(words: string[], person: P, isInitial = false): void {
    const [key = ''] = words;
    const list = this.aliases.get(key) ?? [];
    list.push({ words, person, isInitial });
    this.aliases.set(key, list);
  }

  isName(word: string): boolean {
    return this.aliases.get(word)?.some((alias) => alias.words.length === 1) ?? false;
  }

  /** The longest name that starts at a word, and everybody who has it. */
  match(words: readonly Word[], i: number): { to: number; people: P[] } | null {
    let length = 0;
    const people = new Set<P>();
    const candidates = this.aliases.get(words[i]?.plain ?? '') ?? [];
    const sameFirst = new Set(candidates.map((alias) => alias.person)).size;
    for (const alias of candidates) {
      const fits = alias.words.every(
        (word, k) => word === words[i + k]?.plain && (k === 0 || isNear(words[i + k])),
      );
      if (!fits || alias.words.length < length || (alias.isInitial && sameFirst < 2)) continue;
      if (alias.words.length > length) people.clear();
      length = alias.words.length;
      people.add(alias.person);
    }
    return length === 0 ? null : { to: i + length, people: [...people] };
  }

  /** Everybody whose first name starts like this; failing that, their last name. */
  startingWith(start: string): P[] {
    const byFirst = this.firstNames.filter((name) => name.plain.startsWith(start));
    const found =
      byFirst.length > 0 ? byFirst : this.firstNames.filter((name) => name.rest.startsWith(start));
    return found.map((name) => name.person);
  }
}

export interface WhoSetting<P extends Named> {
  readonly line: string;
  readonly words: readonly Word[];
  readonly tail: string;
  readonly team: Team<P>;
}

/** The names that start at a word: 'Sam', 'Sam en Tom', 'Sam, Tom & Noor'. */
function namesFrom<P extends Named>(setting: WhoSetting<P>, i: number): Names<P> | null {
  const { words, team } = setting;
  const groups: P[][] = [];
  let to = i;
  for (let next: number | null = i; next !== null; ) {
    const match = team.match(words, next);
    if (match === null) break;
    groups.push(match.people);
    to = match.to;
    const word = words[to];
    if (word === undefined) break;
    const isAnd = AND.has(word.plain) && isNear(word);
    next = isAnd ? to + 1 : /^\s*[,+&/]\s*@?$|^\s+@$/.test(word.gap) ? to : null;
  }
  if (groups.length === 0) return null;
  const joint = words[to];
  const isCut =
    joint !== undefined &&
    (isNear(joint) ? /^(en|and|of|or)$/.test(joint.plain) : /^\s*[&+/]/.test(joint.gap));
  return { from: i, to, groups, start: words[i]?.start ?? 0, isCut };
}

/** A name that was begun: only after '@' and before ':', where nothing but a name can be meant (L3). */
function begun<P extends Named>(setting: WhoSetting<P>, i: number, least: number): Names<P> | null {
  const word = setting.words[i];
  if (word === undefined || word.plain.length < least) return null;
  const people = setting.team.startingWith(word.plain);
  return people.length === 0 ? null : { from: i, to: i + 1, groups: [people], start: word.start };
}

const gapAfter = (setting: WhoSetting<Named>, i: number) => setting.words[i]?.gap ?? setting.tail;

/** 'Sam:' where the line, or what is left of it, starts. */
export function beforeColon<P extends Named>(setting: WhoSetting<P>, i: number): Names<P> | null {
  const names = namesFrom(setting, i);
  if (names) return /^\.?\s*:/.test(gapAfter(setting, names.to)) ? names : null;
  if (!/^\s*:/.test(gapAfter(setting, i + 1))) return null;
  const short = begun(setting, i, 3);
  return short?.groups[0]?.length === 1 ? short : null;
}

/** Every '@sam' of the line; one that fits several people leaves the choice open. */
export function mentions<P extends Named>(setting: WhoSetting<P>): Names<P>[] {
  const found: Names<P>[] = [];
  for (let i = 0; i < setting.words.length; i++) {
    const word = setting.words[i];
    // Directly behind a word it is an address, not a mention.
    if (!word?.gap.endsWith('@') || (i > 0 && word.gap === '@')) continue;
    const names = namesFrom(setting, i) ?? begun(setting, i, 1);
    if (names === null) continue;
    const before = setting.words[i - 1];
    const isFor = /^\s+@$/.test(word.gap) && /^(door|voor|by|for)$/.test(before?.plain ?? '');
    found.push({ ...names, start: isFor && before ? before.start : word.start - 1 });
    i = names.to - 1;
  }
  return found;
}

/** '(Tom)', also with the day inside: '(Tom, vr)'. */
export function inBrackets<P extends Named>(
  setting: WhoSetting<P>,
  isWhen: (i: number) => boolean,
): Names<P> | null {
  const { words } = setting;
  for (const [opened, word] of words.entries()) {
    if (!/[([]\s*$/.test(word.gap)) continue;
    let i = opened;
    while (isWhen(i)) i++;
    const names = isWhen(opened) && !/^[\s,;:]+$/.test(words[i]?.gap ?? '') ? null : namesFrom(setting, i);
    if (names === null) continue;
    let end = names.to;
    while (isWhen(end)) end++;
    if (/^\.?\s*[)\]]/.test(gapAfter(setting, end)) || end === words.length) return names;
  }
  return null;
}

export interface StartSetting {
  readonly isEnglish: boolean;
  /** The next word makes it a sentence with the name as its subject: 'Mark maakt', 'Mark will'. */
  isSubject(next: number): boolean;
  isWhen(i: number): boolean;
}

/** 'Sam exit tickets maken', 'Sam - exit tickets': a bare name at the start (L4). */
export function atStart<P extends Named>(
  setting: WhoSetting<P>,
  i: number,
  start: StartSetting,
): Names<P> | null {
  const names = namesFrom(setting, i);
  const first = setting.words[i];
  if (names === null || first === undefined) return null;
  const isSetApart = /^\s*[,;|>→]|^\s+[-–—=]+>?\s/.test(gapAfter(setting, names.to));
  let next = names.to;
  while (start.isWhen(next)) next++;
  const isAlone = next >= setting.words.length;
  if (isSetApart || isAlone) return names;
  if (names.isCut || DONE_TO.has(setting.words[next]?.plain ?? '')) return null;
  const isWord = names.to === i + 1 && WORDS_IN[start.isEnglish ? 'en' : 'nl'].has(first.plain);
  return isWord && !start.isSubject(names.to) ? null : names;
}

/** 'exit tickets - Tom', 'exit tickets, Tom', 'exit tickets door Tom': set apart at the end (L5). */
export function atEnd<P extends Named>(
  setting: WhoSetting<P>,
  isWhen: (i: number) => boolean,
): Names<P> | null {
  const { words, team } = setting;
  let end = words.length;
  while (end > 0 && isWhen(end - 1)) end--;
  // A name has few words and a line few names: looking back further cannot find more.
  for (let i = end - 1; i > 0 && i >= end - 12; i--) {
    const names = namesFrom(setting, i);
    const word = words[i];
    const before = words[i - 1];
    if (names?.to !== end || word === undefined || before === undefined) continue;
    if (/\s[-–—=]+>?\s+$|[;|→>]\s*$/.test(word.gap)) return names;
    if (/^\s*,\s*$/.test(word.gap) && names.groups.length === 1 && !team.isName(before.plain)) return names;
    if (i > 1 && isNear(word) && /^(door|by)$/.test(before.plain)) return { ...names, start: before.start };
  }
  return null;
}
