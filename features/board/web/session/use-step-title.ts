import { boardOf, partsInOrder, type Step } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { usePartTitle } from '../part-words.ts';
import { useBoard } from '../use-board.ts';
import { sessionMessages } from './session-messages.ts';

/** How the team calls a step: as the first part of it. The last one is about more than one part: today. */
export function useStepTitle(): (step: Step) => string {
  const { state, teamId } = useBoard();
  const say = useMessages(sessionMessages);
  const standard = usePartTitle();
  const { parts } = boardOf(state, teamId);
  const known = partsInOrder(state);
  return (step) => {
    const part = known.find((one) => one.step === step)?.id ?? '';
    const own = parts.find((place) => place.part === part)?.title;
    return own ?? (step === 5 ? say.today : standard(part));
  };
}
