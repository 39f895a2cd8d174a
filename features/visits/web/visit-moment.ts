import type { VisitPair } from '#features/visits/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useVisits } from './use-visits.ts';
import { messages } from './visit-messages.ts';

/** "do 26 nov, 10:15", as far as it is agreed. */
export function useVisitMoment(): (visit: VisitPair) => string {
  const { today } = useVisits();
  const { language } = useLanguage();
  const say = useMessages(messages);
  return ({ day, startsAt }) =>
    [day === null ? say.noDay : sayDay(day, today, language), startsAt].filter(Boolean).join(', ');
}
