import { type BoardSession, nextTurn } from '#features/board/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Dialog } from '#packages/ui';
import { useBoard, useCallName } from '../use-board.ts';
import { sessionMessages } from './session-messages.ts';

/** The one thing in a session that cannot be taken back: the summary goes out. */
export function CloseDialog({ session, onClose }: { session: BoardSession; onClose: () => void }) {
  const { state, teamId, today, send } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(sessionMessages);
  const called = useCallName();
  const turn = nextTurn(state, session, teamId);
  const leader = called(turn?.leader?.memberId ?? null);
  const day = turn?.day ? sayDay(turn.day, today, language) : null;
  const finish = async () => {
    if (await send('session.close', { sessionId: session.id })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.closeTitle}
      closeLabel={say.dialogClose}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say.stay}
          </Button>
          <Button kind="primary" onClick={() => void finish()}>
            {say.closeNow}
          </Button>
        </>
      }
    >
      <p>{say.closeText}</p>
      {day !== null && <p>{leader === null ? say.closeNextDay(day) : say.closeNext(day, leader)}</p>}
    </Dialog>
  );
}
