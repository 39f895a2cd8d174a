import type { ProgrammeItem } from '#features/rhythm/domain';
import { type Language, sayList } from '#packages/i18n';

/** Who is in a line of the programme: names, words, or both. */
export function whoText(
  item: Pick<ProgrammeItem, 'memberIds' | 'who'>,
  nameOf: (memberId: string) => string,
  language: Language,
): string {
  const names = sayList(item.memberIds.map(nameOf), language);
  return [names, item.who].filter(Boolean).join(', ');
}
