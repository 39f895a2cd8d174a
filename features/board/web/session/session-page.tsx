import { useBoard } from '../use-board.ts';
import { RunningSession } from './running-session.tsx';
import { sessionToShow } from './session-view.ts';
import { StartSession } from './start-session.tsx';
import { EndedSession } from './summary/ended-session.tsx';

/** The quarter of an hour at the board: about to begin, going on, or just over. */
export function SessionPage() {
  const { state, now } = useBoard();
  const shown = sessionToShow(state, now());
  if (shown.is === 'running') return <RunningSession key={shown.session.id} session={shown.session} />;
  if (shown.is === 'ended') return <EndedSession session={shown.session} />;
  return <StartSession />;
}
