import { useLocation } from 'wouter';
import { runningSession } from '#features/board/domain';
import { leaderFor, leaderQueue } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, Icon } from '#packages/ui';
import { sessionAt } from './addresses.ts';
import { boardMessages } from './board-messages.ts';
import { useBoard } from './use-board.ts';

/** The one dark button: start the session under whose turn it is, or join the one that runs. */
export function SessionButton({ wide = false }: { wide?: boolean }) {
  const { state, teamId, memberId, today, may, send } = useBoard();
  const say = useMessages(boardMessages);
  const [, navigate] = useLocation();
  const running = runningSession(state);
  // Whose turn it is; with nobody at school today whoever starts it, and on the wall the first in the queue.
  const leaderId = leaderFor(state, today)?.memberId ?? memberId ?? leaderQueue(state)[0];

  if (running) {
    return (
      <Button
        kind="primary"
        wide={wide}
        icon={<Icon name="play" />}
        aria-keyshortcuts="s"
        onClick={() => navigate(sessionAt.to({ team: teamId }))}
      >
        {say.runningJoin}
      </Button>
    );
  }
  if (!may('board.use') || leaderId === undefined) return null;

  const start = async () => {
    if (await send('session.start', { id: newId(), leaderId }, say.sessionStarted))
      navigate(sessionAt.to({ team: teamId }));
  };
  return (
    <Button
      kind="primary"
      wide={wide}
      aria-keyshortcuts="s"
      data-shortcut="focus"
      onClick={() => void start()}
    >
      {say.start}
    </Button>
  );
}
