import { useState } from 'react';
import { useLocation } from 'wouter';
import { teamContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Card, Dialog, SectionHeading, useToasts } from '#packages/ui';
import { homeAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { messages } from './messages.ts';

/** Leaving the team oneself (rule P3), or no longer joining in (P17). */
export function LeavePart({
  teamId,
  teamName,
  isOfTeam,
}: {
  teamId: string;
  teamName: string;
  isOfTeam: boolean;
}) {
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
      toasts.show({ text: isOfTeam ? say.left(teamName) : say.stopped(teamName), icon: 'check' });
      go(homeAt.to());
      await refresh();
    });
  return (
    <Card kind="quiet" aria-labelledby="people-leave">
      <SectionHeading id="people-leave">{isOfTeam ? say.leaveTitle : say.stopTitle}</SectionHeading>
      <p>{isOfTeam ? say.leaveText : say.stopText}</p>
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {isOfTeam ? say.leave : say.stop}
        </Button>
      </div>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={isOfTeam ? say.leaveQuestion(teamName) : say.stopQuestion(teamName)}
        closeLabel={close}
        footer={
          <>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {cancel}
            </Button>
            <Button kind="danger" busy={leaving.busy} onClick={leave}>
              {isOfTeam ? say.leave : say.stop}
            </Button>
          </>
        }
      >
        <p>{isOfTeam ? say.leaveWhat : say.stopWhat}</p>
        <Fault of={leaving.fault} />
      </Dialog>
    </Card>
  );
}
