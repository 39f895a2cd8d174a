import { useState } from 'react';
import { useStanding } from '#features/people/web';
import { Unreachable } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { unsentOnThisDevice } from '#packages/sync/client';
import { Button, Dialog, Icon, useToasts } from '#packages/ui';
import { homeMessages } from './home-messages.ts';

/** Signs out; first says what would be lost, when something on this device was not sent yet. */
export function SignOut() {
  const { signOut } = useStanding();
  const toasts = useToasts();
  const say = useMessages(homeMessages);
  const [unsent, setUnsent] = useState(0);

  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      toasts.show({ text: say.noConnection, tone: 'warning' });
    }
  };
  const ask = async () => {
    const count = await unsentOnThisDevice();
    if (count > 0) setUnsent(count);
    else await leave();
  };

  return (
    <>
      <Button kind="quiet" icon={<Icon name="signOut" />} onClick={() => void ask()}>
        {say.signOut}
      </Button>
      <Dialog
        open={unsent > 0}
        onClose={() => setUnsent(0)}
        title={say.signOutTitle}
        closeLabel={say.close}
        footer={
          <>
            <Button kind="danger" onClick={() => void leave()}>
              {say.signOutAnyway}
            </Button>
            <Button kind="primary" onClick={() => setUnsent(0)}>
              {say.stay}
            </Button>
          </>
        }
      >
        <p>{say.signOutText(unsent)}</p>
      </Dialog>
    </>
  );
}
