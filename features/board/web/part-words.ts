import type { PartPlace } from '#features/board/domain';
import { usePartFaces } from '#packages/feature/web';
import { useLanguage } from '#packages/i18n/react';

/** The standard name of a part, as its feature calls it. */
export function usePartTitle(): (part: string) => string {
  const { titleOf } = usePartFaces();
  const { language } = useLanguage();
  return (part) => titleOf(part)[language];
}

/** What a part is called on this board. */
export function usePlaceTitle(): (place: PartPlace) => string {
  const standard = usePartTitle();
  return ({ part, title }) => title ?? standard(part);
}
