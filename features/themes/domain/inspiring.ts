import * as z from 'zod/mini';
import { field, inOrder, lastPosition, moved, refuse } from '#packages/kernel';
import { type Change, commandOver, type Kind } from '#packages/sync';
import { inspirationText } from './records.ts';

type Inspiration<Of extends string> = {
  readonly id: string;
  readonly kind: Of;
  readonly text: string;
  readonly day: string | null;
  readonly position: number;
  readonly addedAt: string;
  readonly removedAt: string | null;
};

/** What hangs there of one kind, in order. */
export const hanging = <Of extends string, Item extends Inspiration<Of>>(
  items: Kind<Item>,
  kind: Of,
): Item[] => inOrder(items.all().filter((item) => item.kind === kind && item.removedAt === null));

const inspirationId = field.id;
const day = field.nullable(field.day);
const about = (payload: { inspirationId: string }) => [payload.inspirationId];

/**
 * What can be done with what inspires, wherever it hangs.
 *
 * @param name of the kind of record, and of the commands: 'inspiration' has 'inspiration.add'
 * @param kinds what may hang there
 * @param capability that it takes to change it
 * @param itemsIn where they are in the state
 */
export function inspiring<State, const Kinds extends readonly [string, ...string[]]>(
  name: string,
  kinds: Kinds,
  capability: string,
  itemsIn: (state: State) => Kind<Inspiration<Kinds[number]>>,
) {
  const command = commandOver<State>();
  const put = (value: Inspiration<Kinds[number]>): Change => ({ put: name, value });
  const hangs = (state: State, id: string) => {
    const item = itemsIn(state).get(id);
    return item && item.removedAt === null ? item : null;
  };
  return {
    /** A new one comes last among its own kind. */
    add: command({
      capability,
      payload: z.object({ id: field.id, kind: z.enum(kinds), text: inspirationText, day }),
      run: (state, { id, kind, text, day }, { now }) => {
        const items = itemsIn(state);
        if (items.has(id)) return [];
        const position = lastPosition(items.where('kind', kind));
        return [put({ id, kind, text, day, position, addedAt: now, removedAt: null })];
      },
      undo: (_, { id }) => ({ name: `${name}.remove`, payload: { inspirationId: id } }),
    }),

    edit: command({
      capability,
      payload: z.object({ inspirationId, text: inspirationText, day }),
      about,
      run: (state, { inspirationId, text, day }) => {
        const item = hangs(state, inspirationId);
        return item ? [put({ ...item, text, day })] : refuse('themes.inspiration-gone');
      },
      undo: (before, { inspirationId }) => {
        const item = itemsIn(before).get(inspirationId);
        return item
          ? { name: `${name}.edit`, payload: { inspirationId, text: item.text, day: item.day } }
          : null;
      },
    }),

    /** `index` counts from 0 among the others of its kind; beyond the end is the end. */
    move: command({
      capability,
      payload: z.object({ inspirationId, index: field.wholeNumber(0, 1000) }),
      about,
      run: (state, { inspirationId, index }) => {
        const item = hangs(state, inspirationId);
        if (!item) return refuse('themes.inspiration-gone');
        return moved(hanging(itemsIn(state), item.kind), item.id, index).map(put);
      },
      undo: (before, { inspirationId }) => {
        const item = hangs(before, inspirationId);
        if (!item) return null;
        const index = hanging(itemsIn(before), item.kind).findIndex((other) => other.id === item.id);
        return { name: `${name}.move`, payload: { inspirationId, index } };
      },
    }),

    remove: command({
      capability,
      payload: z.object({ inspirationId }),
      about,
      run: (state, { inspirationId }, { now }) => {
        const item = itemsIn(state).get(inspirationId);
        if (!item) return refuse('themes.inspiration-gone');
        return item.removedAt === null ? [put({ ...item, removedAt: now })] : [];
      },
      undo: (_, { inspirationId }) => ({ name: `${name}.restore`, payload: { inspirationId } }),
    }),

    restore: command({
      capability,
      payload: z.object({ inspirationId }),
      about,
      run: (state, { inspirationId }) => {
        const item = itemsIn(state).get(inspirationId);
        if (!item) return refuse('themes.inspiration-gone');
        return item.removedAt === null ? [] : [put({ ...item, removedAt: null })];
      },
      undo: (_, { inspirationId }) => ({ name: `${name}.remove`, payload: { inspirationId } }),
    }),
  };
}
