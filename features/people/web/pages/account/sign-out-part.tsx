import { useState } from 'react';
import { useLocation } from 'wouter';
import { meContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { unsentOnThisDevice } from '#packages/sync/client';
import { Banner, Button, Dialog, Icon, Row } from '#packages/ui';
import { homeAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { messages } from './messages.ts';

type Asked = { readonly where: 'here' | 'everywhere'; readonly unsent: number };

/** Going out. Nothing that waits on this device is thrown away without a word. */
export function SignOutPart() {
  const say = useMessages(messages);
  const { close } = useMessages(pageMessages);
  const { signOut } = useStanding();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const leaving = useDoing();

  const leave = (where: Asked['where']) =>
    void leaving.act(async () => {
      if (where === 'everywhere') await call(meContract.signOutEverywhere);
      await signOut();
      go(homeAt.to());
    });
  const begin = async (where: Asked['where']) => {
    const unsent = await unsentOnThisDevice();
    if (where === 'here' && unsent === 0) leave(where);
    else setAsked({ where, unsent });
  };
  return (
    <>
      {!asked && <Fault of={leaving.fault} />}
      <Row>
        <Button icon={<Icon name="signOut" />} busy={leaving.busy} onClick={() => void begin('here')}>
          {say.signOut}
        </Button>
        <Button kind="danger" onClick={() => void begin('everywhere')}>
          {say.everywhere}
        </Button>
      </Row>
      {asked && (
        <Dialog
          open
          onClose={() => setAsked(null)}
          title={asked.where === 'everywhere' ? say.everywhereTitle : say.signOutTitle}
          closeLabel={close}
          footer={
            <>
              <Button kind="quiet" onClick={() => setAsked(null)}>
                {say.stay}
              </Button>
              <Button kind="danger" busy={leaving.busy} onClick={() => leave(asked.where)}>
                {asked.unsent > 0 ? say.signOutAnyway : say.everywhere}
              </Button>
            </>
          }
        >
          {asked.where === 'everywhere' && <p>{say.everywhereText}</p>}
          {asked.unsent > 0 && <Banner tone="waiting">{say.unsent(asked.unsent)}</Banner>}
          <Fault of={leaving.fault} />
        </Dialog>
      )}
    </>
  );
}
