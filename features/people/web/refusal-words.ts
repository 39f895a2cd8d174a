import { peopleRefusals } from '#features/people/domain';
import { Refused, Unreachable } from '#packages/http/client';
import type { Language } from '#packages/i18n';
import { useLanguage } from '#packages/i18n/react';
import { generalRefusals, type RefusalTexts } from '#packages/kernel';

const texts: RefusalTexts = { ...generalRefusals, ...peopleRefusals };

const unreachable = {
  nl: 'Er is nu geen verbinding. Wat je invulde staat er nog; probeer het zo nog eens.',
  en: 'There is no connection now. What you filled in is still there; try again in a moment.',
};

const requestNumber = { nl: 'Nummer', en: 'Number' };

/** What a person reads when an endpoint of people said no, or said nothing. Anything else is a fault of ours: thrown on. */
function wordsOf(error: unknown, language: Language): string {
  if (error instanceof Unreachable) return unreachable[language];
  if (!(error instanceof Refused)) throw error;
  const { refused, detail } = error.refusal;
  const text = (texts[refused] ?? generalRefusals['unknown-command'])[language];
  return detail?.request === undefined ? text : `${text} (${requestNumber[language]}: ${detail.request})`;
}

export function useWordsOf(): (error: unknown) => string {
  const { language } = useLanguage();
  return (error) => wordsOf(error, language);
}
