import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import type { Connection } from '#packages/sync/client';
import { Card, Page, Stack } from '#packages/ui';
import { messages } from './messages.ts';

export function OpeningBoard() {
  const say = useMessages(messages);
  return (
    <main aria-busy="true">
      <p role="status">{say.opening}</p>
    </main>
  );
}

/** Why there is no board to see, what is kept, and where to go. */
export function UnreachableBoard({ connection }: { connection: Connection }) {
  const say = useMessages(messages);
  const [title, text] =
    connection === 'gone'
      ? [say.goneTitle, say.goneText]
      : connection === 'signed-out'
        ? [say.signedOutTitle, say.signedOutText]
        : [say.offlineTitle, say.offlineText];
  return (
    <main>
      <h1>{title}</h1>
      <p>{text}</p>
      <Link href="/">{say.toOverview}</Link>
    </main>
  );
}
