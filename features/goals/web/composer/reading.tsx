import { useEffect, useState } from 'react';
import { sayDay, sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Icon, VisuallyHidden } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { composerMessages } from './composer-messages.ts';
import styles from './reading.module.css';
import type { Composer } from './use-composer.ts';

/** Read aloud when typing pauses, not at every letter. */
const PAUSE_MS = 900;

/** "Sam · exit tickets maken · vr 27 nov": the line as it is understood, each part to be put right with one tap. */
export function Reading({ composer, called }: { composer: Composer; called: ReadonlyMap<string, string> }) {
  const { today } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(composerMessages);
  const { draft, type } = composer;
  const names = [...(draft.ownerId === null ? [] : [draft.ownerId]), ...draft.alsoIds].map(
    (id) => called.get(id) ?? '',
  );
  const who = names.length > 0 ? sayList(names, language) : null;
  const day = draft.due === null ? null : sayDay(draft.due, today, language);
  const spoken = useSettled(
    say.read(
      who ?? (draft.question === null ? say.team : say.whoOpen),
      draft.text || say.what,
      day ?? say.noDay,
    ),
  );

  return (
    <div className={styles.reading}>
      <span className={styles.becomes}>{say.becomes}</span>
      {who === null ? (
        <span className={styles.open}>{draft.question === null ? say.team : say.whoOpen}</span>
      ) : (
        <span className={styles.chip}>
          <Icon name="people" />
          {who}
          {draft.nameIsRead && (
            <PutBack
              label={say.notAName(who)}
              onClick={() => type({ notAName: true, owner: { id: null } })}
            />
          )}
        </span>
      )}
      <span className={draft.text === '' ? styles.open : styles.text}>{draft.text || say.what}</span>
      {day === null ? (
        <span className={styles.open}>{say.noDay}</span>
      ) : (
        <span className={styles.chip}>
          <Icon name="calendar" />
          {day}
          {draft.dayIsRead && <PutBack label={say.notADay(day)} onClick={() => type({ notADay: true })} />}
        </span>
      )}
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
    </div>
  );
}

function PutBack({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.putBack} aria-label={label} title={label} onClick={onClick}>
      <Icon name="close" />
    </button>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
