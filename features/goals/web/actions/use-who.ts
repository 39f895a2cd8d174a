import type { Action } from '#features/goals/domain';
import { useSaidName } from '#features/people/web';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { namesInTeam } from '../first-names.ts';
import { useGoals } from '../use-goals.ts';
import { actionMessages } from './action-messages.ts';

/** Who does it: the owner first, then who joins in; somebody who left is marked, nobody asks "wie?". */
export function useWho(action: Action): { readonly text: string; readonly isOpen: boolean } {
  const { state } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(actionMessages);
  const names = namesInTeam(state);
  const said = useSaidName();
  const nameOf = (id: string): string[] => {
    const name = names.get(id);
    if (name === undefined) return [];
    return [state.member.get(id)?.leftOn === null ? name : say.gone(said(name))];
  };
  const people = [...(action.ownerId === null ? [] : [action.ownerId]), ...action.alsoIds].flatMap(nameOf);
  const isOpen = action.ownerId === null || state.member.get(action.ownerId)?.leftOn !== null;
  const nobody = action.doneAt === null ? say.nobody : say.wholeTeam;
  return { text: people.length === 0 ? nobody : sayList(people, language), isOpen };
}
