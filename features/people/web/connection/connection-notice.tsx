import { useState } from 'react';
import { useFaces } from '#packages/feature/web';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useSurroundings } from '#packages/pages';
import type { Declined, Waiting } from '#packages/sync/client';
import { Banner, Button, Dialog, Stack, useToasts } from '#packages/ui';
import { usePeople } from '../use-people.ts';
import styles from './connection.module.css';
import { messages } from './connection-messages.ts';
import { kindOf, typedIn } from './what-it-was.ts';

/** On top of every page of a team: no connection, a new version, or something that did not work. Nothing when all is well. */
export function ConnectionNotice() {
  const { connection, unsent, declined } = usePeople();
  const say = useMessages(messages);
  const [showsUnsent, setShowsUnsent] = useState(false);
  if (connection !== 'offline' && connection !== 'outdated' && declined.length === 0) return null;

  return (
    <Stack gap={2} className={`${styles.notice} no-print`}>
      {connection === 'outdated' && (
        <Banner
          announce="polite"
          title={say.outdatedTitle}
          actions={<Button onClick={() => location.reload()}>{say.reload}</Button>}
        >
          {say.outdatedText}
        </Banner>
      )}
      {connection === 'offline' && (
        <Banner
          tone="waiting"
          announce="polite"
          actions={
            unsent.length > 0 && (
              <Button size="small" kind="quiet" onClick={() => setShowsUnsent(true)}>
                {say.show}
              </Button>
            )
          }
        >
          {say.offline(unsent.length)}
        </Banner>
      )}
      {declined.map((one) => (
        <DeclinedNotice key={one.id} declined={one} />
      ))}
      <UnsentDialog open={showsUnsent} unsent={unsent} onClose={() => setShowsUnsent(false)} />
    </Stack>
  );
}

/** What is kept on this device and on its way. */
function UnsentDialog({
  open,
  unsent,
  onClose,
}: {
  open: boolean;
  unsent: readonly Waiting[];
  onClose: () => void;
}) {
  const { things } = useFaces();
  const { language } = useLanguage();
  const say = useMessages(messages);
  return (
    <Dialog open={open} onClose={onClose} title={say.unsentTitle} closeLabel={say.close}>
      <p>{say.unsentText}</p>
      <ul className={styles.list}>
        {unsent.map((waiting) => (
          <li key={waiting.id}>
            <strong>{things[language][kindOf(waiting)] ?? say.somethingElse}</strong>
            {typedIn(waiting) && <span className={styles.words}>{typedIn(waiting)}</span>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Why not, and the words that were typed: to copy, to try again, or to let go. */
function DeclinedNotice({ declined }: { declined: Declined }) {
  const { refusalText } = useSurroundings();
  const { things } = useFaces();
  const { send, dismiss } = usePeople();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const toasts = useToasts();
  const words = typedIn(declined);
  const what = things[language][kindOf(declined)] ?? say.somethingElse;

  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: say.copied });
  };

  const tryAgain = async () => {
    // The name came from a command that this device sent before.
    const taken = await send(declined.name as never, declined.payload as never, say.sentAfterAll);
    if (taken) dismiss(declined.id);
  };

  return (
    <Banner
      tone="warning"
      announce="polite"
      title={say.declinedTitle(what)}
      actions={
        <>
          {/* Only where the page came over https a browser lets a page copy; the words can be selected as well. */}
          {words && navigator.clipboard && (
            <Button size="small" onClick={() => void copy(words)}>
              {say.copy}
            </Button>
          )}
          <Button size="small" onClick={() => void tryAgain()}>
            {say.tryAgain}
          </Button>
          <Button size="small" kind="quiet" onClick={() => dismiss(declined.id)}>
            {say.gotIt}
          </Button>
        </>
      }
    >
      <p>{refusalText(declined.refusal, language)}</p>
      {words && <p className={styles.words}>{words}</p>}
    </Banner>
  );
}
