import { type FormEvent, useState } from 'react';
import { readProgrammeLine } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { TextField } from '#packages/ui';
import { messages } from './rhythm-messages.ts';
import { useRhythm } from './use-rhythm.ts';

type Props = {
  day: string;
  /** Where a half-typed line is kept, if anywhere. */
  draft?: readonly [text: string, setText: (text: string) => void];
};

/** One line, kept with Enter: the minutes may stand before or after it. */
export function ProgrammeComposer({ day, draft }: Props) {
  const { send } = useRhythm();
  const say = useMessages(messages);
  const own = useState('');
  const [text, setText] = draft ?? own;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const typed = readProgrammeLine(text);
    if (typed.subject === '') return;
    setText('');
    const payload = { id: newId(), day, ...typed, memberIds: [], who: null };
    if (!(await send('programmeItem.add', payload, say.itemAdded(typed.subject)))) setText(text);
  };

  return (
    <form onSubmit={(event) => void add(event)}>
      <TextField
        label={say.addItem}
        labelHidden
        look="open"
        placeholder={say.addItemExample}
        value={text}
        onChange={setText}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="done"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </form>
  );
}
