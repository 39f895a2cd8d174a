import type { Language } from './language.ts';

/** 'Sam', 'Sam en Tom', 'Sam, Tom en Noor'. */
export function sayList(items: readonly string[], language: Language): string {
  const and = language === 'nl' ? ' en ' : ' and ';
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : items.slice(0, -1).join(', ') + and + last;
}
