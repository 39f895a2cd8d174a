import { useState } from 'react';
import { useLocation } from 'wouter';
import { teamContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Card, Dialog, SectionHeading, useToasts } from '#packages/ui';
import { useStanding } from '../../me.tsx';
import { messages } from './messages.ts';

/** Leaving the team oneself (rule P3). */
export function LeavePart({ teamId, teamName }: { teamId: string; teamName: string }) {
  const say = useMessages(messages);
  const { close, cancel } = useMessages(pageMessages);
  const { refresh } = useStanding();
  const [, go] = useLocation();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const leaving = useDoing();
  const leave = () =>
    void leaving.act(async () => {
      await call(teamContract.leave, { params: { team: teamId } });
      toasts.show({ text: say.left(teamName), icon: 'check' });
      go('/');
      await refresh();
    });
  return (
    <Card kind="quiet" aria-labelledby="people-leave">
      <SectionHeading id="people-leave">{say.leaveTitle}</SectionHeading>
      <p>{say.leaveText}</p>
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {say.leave}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={say.leaveQuestion(teamName)}
        closeLabel={close}
        footer={
          <>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {cancel}
            </Button>
            <Button kind="danger" busy={leaving.busy} onClick={leave}>
              {say.leave}
            </Button>
          </>
        }
      >
        <p>{say.leaveWhat}</p>
        <Fault of={leaving.fault} />
      </Dialog>
    </Card>
  );
}
