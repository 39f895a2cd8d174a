import { useState } from 'react';
import { teamContract } from '#features/people/domain';
import { useStanding } from '#features/people/web';
import { call, Refused, Unreachable } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Banner, Button, useToasts } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { useBoard } from './use-board.ts';

/** For whoever may join this team's sessions without being of it (rule P17): from looking on to taking part, with one tap. */
export function JoinIn() {
  const { teamId, memberId, isDisplay, may } = useBoard();
  const say = useMessages(boardMessages);
  const toasts = useToasts();
  const { refresh } = useStanding();
  const [busy, setBusy] = useState(false);
  if (isDisplay || memberId !== null || !may('team.join')) return null;
  const join = async () => {
    setBusy(true);
    try {
      await call(teamContract.joinIn, { params: { team: teamId } });
      await refresh();
      toasts.show({ text: say.joinedIn, icon: 'check' });
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      toasts.show({ text: say.cannotJoinIn, tone: 'warning' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Banner
      icon="people"
      title={say.looksOn}
      actions={
        <Button busy={busy} onClick={() => void join()}>
          {say.joinIn}
        </Button>
      }
    >
      {say.looksOnText}
    </Banner>
  );
}
