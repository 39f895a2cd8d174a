import { type FormEvent, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, TextField, useDraft } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';
import { type Links, linked, SuccessLinks } from './success-links.tsx';

/** One line and Enter. Who and which goal are asked only once there is something to say them about. */
export function SuccessComposer() {
  const { teamId, memberId, send } = useBoard();
  const say = useMessages(messages);
  const [text, setText] = useDraft(teamId, 'success');
  const none = { byId: memberId ?? '', aboutId: '', goalId: '' };
  const [links, setLinks] = useState<Links>(none);

  const hang = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const payload = { id: newId(), text: text.replace(/\s+/g, ' '), ...linked(links) };
    setText('');
    if (await send('success.add', payload, say.hung)) setLinks(none);
    else setText(text);
  };

  return (
    <form className={styles.composer} onSubmit={(event) => void hang(event)}>
      <TextField
        label={say.proudOf}
        labelHidden
        look="open"
        placeholder={say.proudOf}
        value={text}
        onChange={setText}
        maxLength={280}
        autoComplete="off"
        enterKeyHint="done"
        aria-keyshortcuts="n"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {text.trim() !== '' && (
        <div className={styles.choices}>
          <SuccessLinks links={links} onChange={setLinks} byHidden={memberId !== null} />
          <Button type="submit">{say.putUp}</Button>
        </div>
      )}
    </form>
  );
}
