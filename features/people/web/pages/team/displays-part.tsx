import { useState } from 'react';
import type { Display } from '#features/people/domain';
import { sayMoment } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { pageMessages } from '#packages/pages';
import {
  Button,
  Card,
  Dialog,
  EmptyState,
  Icon,
  Row,
  SectionHeading,
  useToasts,
  VisuallyHidden,
} from '#packages/ui';
import { PairForm } from '../display/pair-form.tsx';
import { RenameDialog, UnpairDialog } from './display-dialogs.tsx';
import { messages } from './inviting-messages.ts';
import styles from './parts.module.css';

type Props = {
  team: { readonly id: string; readonly name: string };
  displays: readonly Display[];
  again: () => Promise<void>;
};

type Open = { readonly what: 'pair' } | { readonly what: 'rename' | 'unpair'; readonly display: Display };

/** The wall screens that are this team's board (rule P13). */
export function DisplaysPart({ team, displays, again }: Props) {
  const say = useMessages(messages);
  const { close: closeLabel } = useMessages(pageMessages);
  const { language } = useLanguage();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const when = (instant: string) => sayMoment(Date.parse(instant), language);
  const pair = (
    <Button icon={<Icon name="wall" />} onClick={() => setOpen({ what: 'pair' })}>
      {say.pairDisplay}
    </Button>
  );
  return (
    <Card aria-labelledby="people-displays">
      <SectionHeading id="people-displays">{say.displaysTitle}</SectionHeading>
      {displays.length === 0 ? (
        <EmptyState title={say.noDisplays} action={pair}>
          {say.noDisplaysText}
        </EmptyState>
      ) : (
        <>
          <p className={styles.about}>{say.displaysIntro}</p>
          <ul className={styles.list}>
            {displays.map((display) => (
              <li key={display.id} className={styles.line}>
                <div className={styles.words}>
                  <p className={styles.name}>{display.name}</p>
                  <p className={styles.about}>
                    {say.paired(when(display.pairedAt))} ·{' '}
                    {display.lastSeenAt === null ? say.notSeen : say.seen(when(display.lastSeenAt))}
                  </p>
                </div>
                <Row gap={1}>
                  <Button kind="quiet" size="small" onClick={() => setOpen({ what: 'rename', display })}>
                    {say.rename}
                    <VisuallyHidden>: {display.name}</VisuallyHidden>
                  </Button>
                  <Button kind="quiet" size="small" onClick={() => setOpen({ what: 'unpair', display })}>
                    {say.unpair}
                    <VisuallyHidden>: {display.name}</VisuallyHidden>
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
          <div>{pair}</div>
        </>
      )}
      {open?.what === 'pair' && (
        <Dialog open keepOpen onClose={close} title={say.pairDisplay} closeLabel={closeLabel}>
          <p>{say.pairHow(`${location.host}/display`)}</p>
          <PairForm
            firstCode=""
            teams={[team]}
            onPaired={() => {
              close();
              toasts.show({ text: say.pairedNow, icon: 'wall' });
              void again();
            }}
          />
        </Dialog>
      )}
      {open?.what === 'rename' && (
        <RenameDialog teamId={team.id} display={open.display} again={again} onClose={close} />
      )}
      {open?.what === 'unpair' && (
        <UnpairDialog teamId={team.id} display={open.display} again={again} onClose={close} />
      )}
    </Card>
  );
}
