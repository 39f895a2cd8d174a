import { type BoardPart, boardOf, type Step } from '#features/board/domain';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { partTitles } from '../part-titles.ts';
import { useBoard } from '../use-board.ts';
import { sessionMessages } from './session-messages.ts';

const partOf: Readonly<Record<Step, BoardPart>> = {
  1: 'check-in',
  2: 'successes',
  3: 'goals',
  4: 'actions',
  5: 'programme',
};

/** How the team calls a step: as the part on its board. The last one is about more than one part: today. */
export function useStepTitle(): (step: Step) => string {
  const { state, teamId } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(sessionMessages);
  const { parts } = boardOf(state, teamId);
  return (step) => {
    const own = parts.find((place) => place.part === partOf[step])?.title;
    return own ?? (step === 5 ? say.today : partTitles[language][partOf[step]]);
  };
}
