import { useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, LineComposer, useDraft } from '#packages/ui';
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

  const hang = async (line: string) => {
    const isHung = await send('success.add', { id: newId(), text: line, ...linked(links) }, say.hung);
    if (isHung) setLinks(none);
    return isHung;
  };

  return (
    <LineComposer
      label={say.proudOf}
      value={text}
      onChange={setText}
      onKeep={hang}
      maxLength={280}
      shortcut="n"
      className={styles.composer}
    >
      <div className={styles.choices}>
        <SuccessLinks links={links} onChange={setLinks} byHidden={memberId !== null} />
        <Button type="submit">{say.putUp}</Button>
      </div>
    </LineComposer>
  );
}
