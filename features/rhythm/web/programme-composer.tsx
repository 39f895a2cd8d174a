import { useState } from 'react';
import { readProgrammeLine } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { LineComposer } from '#packages/ui';
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

  const add = async (line: string) => {
    const typed = readProgrammeLine(line);
    // Only minutes: they wait in the field for what they are for.
    if (typed.subject === '') return false;
    const payload = { id: newId(), day, ...typed, memberIds: [], who: null };
    return send('programmeItem.add', payload, say.itemAdded(typed.subject));
  };

  return (
    <LineComposer
      label={say.addItem}
      placeholder={say.addItemExample}
      value={text}
      onChange={setText}
      onKeep={add}
      maxLength={200}
    />
  );
}
