import type { Waiting } from '#packages/sync/client';

type Done = Pick<Waiting, 'name' | 'payload'>;

/** Fields in which somebody's own words travel, the most telling first. */
const wordsIn = [
  'text',
  'subject',
  'viewingQuestion',
  'outcome',
  'remark',
  'note',
  'title',
  'name',
  'mark',
] as const;

const textOf = (payload: unknown): string[] => {
  if (typeof payload !== 'object' || payload === null) return [];
  const fields = payload as Readonly<Record<string, unknown>>;
  const words = wordsIn
    .map((field) => fields[field])
    .find((value) => typeof value === 'string' && value !== '');
  if (typeof words === 'string') return [words];
  return Object.values(fields).flatMap((value) => (Array.isArray(value) ? value.flatMap(textOf) : []));
};

/** What somebody typed in a command, so that it can be shown and kept when it does not arrive; null without words. */
export function typedIn({ payload }: Done): string | null {
  const lines = textOf(payload);
  return lines.length === 0 ? null : lines.join('\n');
}

/** The kind of thing that a command is about: 'success' of 'success.add'. */
export const kindOf = ({ name }: Done): string => name.split('.')[0] ?? name;
