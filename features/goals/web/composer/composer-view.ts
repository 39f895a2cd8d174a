import { type ActionLine, readActionLine } from '#features/goals/domain';
import type { Day } from '#packages/kernel';

/** What the composer shows for a typed line, before anything is kept. */

/** What fits in one action; longer text is kept in the field and asked to be shortened. */
export const LONGEST_TEXT = 300;

export type Person = { readonly id: string; readonly name: string };

export type ReadingSetting = {
  readonly people: readonly Person[];
  readonly today: Day;
  readonly language: 'nl' | 'en';
};

/** The line, and what somebody chose by tapping: a choice outweighs what was read. */
export type Typed = {
  readonly line: string;
  /** 'read' takes the name from the line; null is the whole team. */
  readonly owner: 'read' | { readonly id: string | null };
  readonly due: 'read' | { readonly day: Day | null };
  /** What was read as a name, or a day, is part of the text after all. */
  readonly notAName: boolean;
  readonly notADay: boolean;
};

export const nothingTyped: Typed = {
  line: '',
  owner: 'read',
  due: 'read',
  notAName: false,
  notADay: false,
};

/** What is still asked about who does it. */
export type WhoQuestion =
  | { readonly is: 'which'; readonly typed: string; readonly ids: readonly string[] }
  | { readonly is: 'unknown'; readonly typed: string }
  | { readonly is: 'nobody' };

export type Draft = {
  readonly text: string;
  readonly ownerId: string | null;
  readonly alsoIds: readonly string[];
  readonly due: Day | null;
  /** Null when somebody is named, or the team was chosen. */
  readonly question: WhoQuestion | null;
  /** The name, or day, stands in the line: it can be put back into the text. */
  readonly nameIsRead: boolean;
  readonly dayIsRead: boolean;
};

export function readDraft(typed: Typed, { people, today, language }: ReadingSetting): Draft {
  const sought = { who: !typed.notAName, when: !typed.notADay };
  const read = readActionLine(typed.line, { people, today, language }, sought);
  const chosen = typed.owner === 'read' ? null : typed.owner;
  const stranger = read.who === null && !read.whoAmbiguous ? unknownName(read.text) : null;
  const ownerId = chosen ? chosen.id : (read.who?.id ?? null);
  // Somebody chosen for "Zoë: …" comes in the place of that name.
  const isReplaced = stranger !== null && ownerId !== null;
  return {
    text: isReplaced ? withoutName(read.text, stranger) : read.text,
    ownerId,
    alsoIds: ownerId === null ? [] : read.others.filter((id) => id !== ownerId),
    due: typed.due === 'read' ? read.due : typed.due.day,
    question: chosen ? null : questionOf(typed.line, read, stranger),
    nameIsRead: chosen === null && read.who !== null,
    dayIsRead: typed.due === 'read' && read.due !== null,
  };
}

function questionOf(line: string, read: ActionLine<Person>, stranger: string | null): WhoQuestion | null {
  if (read.whoAmbiguous) {
    const span = read.spans.find(({ is }) => is === 'who');
    const typed = span ? line.slice(span.start, span.end).replace(/^@/, '').trim() : '';
    return { is: 'which', typed, ids: read.whoAmbiguous };
  }
  if (read.who !== null) return null;
  return stranger === null ? { is: 'nobody' } : { is: 'unknown', typed: stranger };
}

const BEFORE_COLON = /^\s*(\p{Lu}[\p{L}'’-]+)\s*:/u;
const MENTIONED = /(?:^|[\s(,;])@(\p{L}[\p{L}'’-]*)/u;

/** "Zoë: …" or "@zoë …", where the team has nobody called Zoë. */
function unknownName(text: string): string | null {
  return MENTIONED.exec(text)?.[1] ?? BEFORE_COLON.exec(text)?.[1] ?? null;
}

function withoutName(text: string, name: string): string {
  return text
    .replace(new RegExp(`@${name}\\s*:?|^\\s*${name}\\s*:`, 'u'), '')
    .replace(/\s+/g, ' ')
    .trim();
}

export type Mention = { readonly start: number; readonly end: number; readonly begun: string };

/** The '@sa' that is being typed at this place in the line. */
export function mentionAt(line: string, caret: number): Mention | null {
  const begun = /(?:^|[\s(,;])@([\p{L}'’-]*)$/u.exec(line.slice(0, caret))?.[1];
  return begun === undefined ? null : { start: caret - begun.length - 1, end: caret, begun };
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Who may be meant; nobody when the name is complete. */
export function mentioned(
  mention: Mention,
  people: readonly Person[],
  called: ReadonlyMap<string, string>,
): Person[] {
  const begun = plain(mention.begun);
  const found = people.filter(({ name }) =>
    plain(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(begun)),
  );
  const only = found.length === 1 ? found[0] : undefined;
  return only && plain(called.get(only.id) ?? only.name) === begun ? [] : found;
}

/** The line with the name written out, and where typing goes on. */
export function withMention(line: string, mention: Mention, called: string): { line: string; caret: number } {
  const before = `${line.slice(0, mention.start)}@${called} `;
  return { line: before + line.slice(mention.end).trimStart(), caret: before.length };
}

/** A teacher team changes lessons; other teams mostly have things to arrange. */
export const usualKind = (teamKind: string | undefined): 'classroom' | 'team' =>
  teamKind === undefined || teamKind === 'teachers' ? 'classroom' : 'team';

/** With one goal on the board, that is what an action is for; with more, it is asked. */
export const usualGoal = (openGoalIds: readonly string[]): string | null =>
  openGoalIds.length === 1 ? (openGoalIds[0] ?? null) : null;
