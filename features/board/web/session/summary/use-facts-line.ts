import { type BoardSession, summaryFacts } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { useBoard, useCallName } from '../../use-board.ts';
import { summaryMessages } from './summary-messages.ts';

/** "Yasmin leidde · 14 minuten · 7 van 8 checkten in · 3 successen" */
export function useFactsLine(session: BoardSession): string {
  const { state } = useBoard();
  const say = useMessages(summaryMessages);
  const called = useCallName();
  const facts = summaryFacts(state, session);
  if (facts === null) return '';
  const { minutes, checkedIn, expected, successes } = facts;
  return [
    say.led(called(session.leaderId) ?? ''),
    ...(minutes === null ? [] : [say.took(minutes)]),
    say.checkedIn(checkedIn, Math.max(expected, checkedIn)),
    ...(successes.length === 0 ? [] : [say.celebrated(successes.length)]),
  ].join(' · ');
}
