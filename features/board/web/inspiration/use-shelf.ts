import {
  type Inspiration,
  type InspirationKind,
  inspirationKinds,
  inspirationOf,
} from '#features/board/domain';
import {
  hanging,
  type SchoolInspiration,
  type SchoolInspirationKind,
  schoolInspirationKinds,
  themesPart,
} from '#features/themes/domain';
import { useStreamIfOpen } from '#packages/sync/react';
import { useBoard } from '../use-board.ts';

/** What hangs on the inspiration side: of the whole school first, then of the team itself. */
export type ShelfKind = SchoolInspirationKind | InspirationKind;
export const shelfKinds: readonly ShelfKind[] = [...schoolInspirationKinds, ...inspirationKinds];

export type ShelfItem = Inspiration | SchoolInspiration;

type Words = { readonly text: string; readonly day: string | null };

/** What hangs there of one kind, and what may be done with it. */
export type Shelf = {
  readonly items: readonly ShelfItem[];
  /** Whether it is the whole school's. */
  readonly isOfSchool: boolean;
  readonly mayWrite: boolean;
  readonly add: (id: string, words: Words, done: string) => Promise<boolean>;
  readonly edit: (inspirationId: string, words: Words, done: string) => Promise<boolean>;
  readonly move: (inspirationId: string, index: number, done: string) => Promise<boolean>;
  readonly remove: (inspirationId: string, done: string) => Promise<boolean>;
};

const isOfSchool = (kind: ShelfKind): kind is SchoolInspirationKind =>
  (schoolInspirationKinds as readonly string[]).includes(kind);

const never = async () => false;

export function useShelf(kind: ShelfKind): Shelf {
  const board = useBoard();
  const school = useStreamIfOpen(themesPart);
  if (!isOfSchool(kind)) {
    return {
      items: inspirationOf(board.state, kind),
      isOfSchool: false,
      mayWrite: board.may('board.use'),
      add: (id, words, done) => board.send('inspiration.add', { id, kind, ...words }, done),
      edit: (inspirationId, words, done) => board.send('inspiration.edit', { inspirationId, ...words }, done),
      move: (inspirationId, index, done) => board.send('inspiration.move', { inspirationId, index }, done),
      remove: (inspirationId, done) => board.send('inspiration.remove', { inspirationId }, done),
    };
  }
  // What the school shares comes beside the board; until it is there it hangs empty, and nobody writes.
  if (!school) {
    return {
      items: [],
      isOfSchool: true,
      mayWrite: false,
      add: never,
      edit: never,
      move: never,
      remove: never,
    };
  }
  return {
    items: hanging(school.state.schoolInspiration, kind),
    isOfSchool: true,
    mayWrite: school.may('school.inspire'),
    add: (id, words, done) => school.send('schoolInspiration.add', { id, kind, ...words }, done),
    edit: (inspirationId, words, done) =>
      school.send('schoolInspiration.edit', { inspirationId, ...words }, done),
    move: (inspirationId, index, done) =>
      school.send('schoolInspiration.move', { inspirationId, index }, done),
    remove: (inspirationId, done) => school.send('schoolInspiration.remove', { inspirationId }, done),
  };
}

/** The school's ambition: one sentence, at the top of every board. */
export function useAmbition(): string | null {
  const [ambition] = useShelf('ambition').items;
  return ambition?.text ?? null;
}
