import { Refused, Unreachable } from '#packages/http/client';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { messages } from './messages.ts';
import { useSurroundings } from './surroundings.tsx';

/** What a person reads when an endpoint said no, or said nothing. Anything else is a fault of ours: thrown on. */
export function useWordsOf(): (error: unknown) => string {
  const { refusalText } = useSurroundings();
  const { language } = useLanguage();
  const say = useMessages(messages);
  return (error) => {
    if (error instanceof Unreachable) return say.unreachable;
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    const text = refusalText(refusal, language);
    // What a fault is found by in the server's log.
    return refusal.detail?.request === undefined ? text : `${text} (${say.number(refusal.detail.request)})`;
  };
}
