import { useEffect, useRef, useState } from 'react';
import { successesOf, type TeamState } from '#features/board/domain';
import { openActions, openGoals } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { VisuallyHidden } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { newsOf, type OnBoard } from './news.ts';
import { useBoard } from './use-board.ts';

const onBoard = (state: TeamState): OnBoard[] =>
  [...successesOf(state), ...openGoals(state), ...openActions(state)].map(({ id, text }) => ({ id, text }));

/** Tells a screen reader what others put on the board; what somebody did themselves they know already. */
export function Announcer() {
  const { state, unsent } = useBoard();
  const say = useMessages(boardMessages);
  const known = useRef<ReadonlySet<string> | null>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const now = onBoard(state);
    const before = known.current;
    known.current = new Set(now.map(({ id }) => id));
    if (before === null) return;
    const news = newsOf(before, now, new Set(unsent.flatMap(({ about }) => about)));
    const [only] = news;
    if (only) setText(news.length === 1 ? say.newOnBoard(only.text) : say.newThings(news.length));
  }, [state, unsent, say]);

  return (
    <VisuallyHidden as="div">
      <div role="status">{text}</div>
    </VisuallyHidden>
  );
}
