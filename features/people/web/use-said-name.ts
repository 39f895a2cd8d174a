import { useMessages } from '#packages/i18n/react';
import { erasedName } from '#packages/sync';
import { words } from './words.ts';

/** A name as it is said; in words where it has been erased. */
export function useSaidName(): (name: string) => string {
  const { erased } = useMessages(words);
  return (name) => (name === erasedName ? erased : name);
}
