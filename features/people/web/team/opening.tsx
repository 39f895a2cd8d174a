import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import type { Connection } from '#packages/sync/client';
import { Card, Page, useRoom } from '#packages/ui';
import { homeAt } from '../addresses.ts';
import { messages } from './messages.ts';

/** Until a team's stream is open, or the code of one of its pages has come. */
export function OpeningTeam() {
  const say = useMessages(messages);
  const room = useRoom();
  return (
    <Page room={room} skipLabel={say.skip} width="reading">
      <p role="status" aria-busy="true">
        {say.opening}
      </p>
    </Page>
  );
}

/** Why there is no board to see, what is kept, and where to go. */
export function UnreachableTeam({ connection }: { connection: Connection }) {
  const say = useMessages(messages);
  const room = useRoom();
  const [title, text] =
    connection === 'gone'
      ? [say.goneTitle, say.goneText]
      : connection === 'signed-out'
        ? [say.signedOutTitle, say.signedOutText]
        : [say.offlineTitle, say.offlineText];
  return (
    <Page room={room} skipLabel={say.skip} width="reading">
      <Card>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <Link href={homeAt.to()}>{say.toOverview}</Link>
        </p>
      </Card>
    </Page>
  );
}
