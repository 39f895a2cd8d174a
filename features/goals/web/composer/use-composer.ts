import { useEffect, useState } from 'react';
import { type ActionKind, openGoals } from '#features/goals/domain';
import { currentPeople } from '#features/people/domain';
import { useLanguage } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { useGoals } from '../use-goals.ts';
import {
  LONGEST_TEXT,
  nothingTyped,
  readDraft,
  type Typed,
  usualGoal,
  usualKind,
  type WhoQuestion,
} from './composer-view.ts';

export type Asked = 'text' | 'shorter' | WhoQuestion['is'] | null;

/** What was typed and not kept yet, per team: still there when the line is closed and opened again. */
const unkept = new Map<string, Typed>();

/** What is being typed, how it is understood, and what becomes of it. */
export function useComposer(defaultGoalId: string | null) {
  const { state, teamId, today, send } = useGoals();
  const { language } = useLanguage();
  const people = currentPeople(state);
  const goals = openGoals(state);
  const [typed, setTyped] = useState<Typed>(() => unkept.get(teamId) ?? nothingTyped);
  useEffect(() => void unkept.set(teamId, typed), [teamId, typed]);
  const [asked, setAsked] = useState<Asked>(null);
  const [kind, setKind] = useState<ActionKind>(() => usualKind(state.team.get(teamId)?.kind));
  const [chosenGoal, setGoal] = useState<string | null | 'usual'>('usual');
  const goalId =
    chosenGoal === 'usual' ? (defaultGoalId ?? usualGoal(goals.map(({ id }) => id))) : chosenGoal;
  const setting = { people, today, language };
  const draft = readDraft(typed, setting);

  const type = (part: Partial<Typed>) => {
    setTyped((now) => ({ ...now, ...part }));
    setAsked(null);
  };

  /** Puts it on the board, or asks what is missing. Resolves to the text that was kept, or null. */
  const keep = async (): Promise<string | null> => {
    if (draft.text === '') {
      setAsked('text');
      return null;
    }
    if (draft.text.length > LONGEST_TEXT) {
      setAsked('shorter');
      return null;
    }
    const { question } = draft;
    // Which Sam has to be said: the name would be lost. Nobody is possible: ask once, then it is for the team.
    if (question && (question.is === 'which' || asked !== question.is)) {
      setAsked(question.is);
      return null;
    }
    setTyped(nothingTyped);
    setAsked(null);
    const { text, ownerId, alsoIds, due } = draft;
    const isKept = await send('action.add', {
      id: newId(),
      kind,
      text,
      ownerId,
      alsoIds: [...alsoIds],
      goalId,
      due,
    });
    if (isKept) return text;
    setTyped((now) => (now.line === '' ? typed : now));
    return null;
  };

  return { state, people, goals, setting, typed, type, draft, asked, kind, setKind, goalId, setGoal, keep };
}

export type Composer = ReturnType<typeof useComposer>;
