import { useState } from 'react';
import { teamContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { CopyButton, Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Card, Dialog, Icon, Row, SectionHeading, useToasts } from '#packages/ui';
import { joinAt } from '../../addresses.ts';
import { QrCode } from '../../qr-code.tsx';
import { messages } from './inviting-messages.ts';
import styles from './parts.module.css';

type Props = {
  teamId: string;
  teamName: string;
  joinCode: { readonly code: string };
  again: () => Promise<void>;
};

/** The code with which colleagues join by themselves (rule P12). */
export function JoinCodePart({ teamId, teamName, joinCode: { code }, again }: Props) {
  const say = useMessages(messages);
  const [open, setOpen] = useState<'large' | 'renew' | null>(null);
  const link = `${location.origin}${joinAt.to({ code })}`;
  const inTwo = `${code.slice(0, 4)} ${code.slice(4)}`;
  const close = () => setOpen(null);
  return (
    <Card aria-labelledby="people-code">
      <SectionHeading id="people-code">{say.codeTitle}</SectionHeading>
      <div className={styles.codeLine}>
        <div className={styles.codeWords}>
          <p>{say.codeIntro}</p>
          <p className={styles.code}>{inTwo}</p>
          <Row gap={2}>
            <CopyButton text={link} label={say.copyLink} />
            <Button size="small" icon={<Icon name="qr" />} onClick={() => setOpen('large')}>
              {say.showBig}
            </Button>
            <Button size="small" kind="quiet" onClick={() => setOpen('renew')}>
              {say.renew}
            </Button>
          </Row>
        </div>
        <div className={styles.qr}>
          <QrCode text={link} label={say.qr(teamName)} />
        </div>
      </div>
      {open === 'large' && <LargeCode code={inTwo} link={link} teamName={teamName} onClose={close} />}
      {open === 'renew' && <RenewDialog teamId={teamId} again={again} onClose={close} />}
    </Card>
  );
}

function LargeCode({
  code,
  link,
  teamName,
  onClose,
}: {
  code: string;
  link: string;
  teamName: string;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const { close } = useMessages(pageMessages);
  return (
    <Dialog open onClose={onClose} title={say.bigTitle(teamName)} closeLabel={close} size="wide">
      <div className={styles.big}>
        <p>{say.bigText(`${location.host}/join`)}</p>
        <p className={styles.code}>{code}</p>
        <div className={styles.bigQr}>
          <QrCode text={link} label={say.qr(teamName)} />
        </div>
      </div>
    </Dialog>
  );
}

function RenewDialog({
  teamId,
  again,
  onClose,
}: {
  teamId: string;
  again: () => Promise<void>;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const { close, cancel } = useMessages(pageMessages);
  const toasts = useToasts();
  const renewing = useDoing();
  const renew = () =>
    void renewing.act(async () => {
      await call(teamContract.renewJoinCode, { params: { team: teamId } });
      await again();
      toasts.show({ text: say.renewed, icon: 'check' });
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.renewTitle}
      closeLabel={close}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {cancel}
          </Button>
          <Button kind="primary" busy={renewing.busy} onClick={renew}>
            {say.renew}
          </Button>
        </>
      }
    >
      <p>{say.renewText}</p>
      <Fault of={renewing.fault} />
    </Dialog>
  );
}
