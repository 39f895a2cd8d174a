import { TeamPage } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import styles from './inspiration/inspiration.module.css';
import { messages } from './inspiration/inspiration-messages.ts';
import { InspirationShelf } from './inspiration/inspiration-shelf.tsx';
import { shelfKinds } from './inspiration/use-shelf.ts';

/** The side of the board that changes slowly: ambition, year board, story, what pupils said, agreements. */
export function InspirationPage() {
  const say = useMessages(messages);
  return (
    <TeamPage title={say.title}>
      <div className={styles.shelves}>
        {shelfKinds.map((kind) => (
          <InspirationShelf key={kind} kind={kind} />
        ))}
      </div>
    </TeamPage>
  );
}
