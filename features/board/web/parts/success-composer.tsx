import { type FormEvent, useState } from 'react';
import { openGoals } from '#features/goals/domain';
import { namedMembers } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, Select, TextField } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { useDraft } from '../use-draft.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

/** One line and Enter. Who and which goal are asked only once there is something to say them about. */
export function SuccessComposer() {
  const { state, teamId, memberId, send } = useBoard();
  const say = useMessages(messages);
  const [text, setText] = useDraft(teamId, 'success');
  const [byId, setById] = useState(memberId ?? '');
  const [aboutId, setAboutId] = useState('');
  const [goalId, setGoalId] = useState('');
  const people = namedMembers(state).map(({ id, name }) => ({ value: id, label: name }));
  const goals = openGoals(state);

  const hang = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const payload = {
      id: newId(),
      text: text.replace(/\s+/g, ' '),
      byId: byId || null,
      aboutId: aboutId || null,
      goalId: goalId || null,
    };
    setText('');
    if (await send('success.add', payload, say.hung)) {
      setAboutId('');
      setGoalId('');
      if (memberId === null) setById('');
    } else setText(text);
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
          {memberId === null && (
            <Select
              label={say.by}
              value={byId}
              onChange={setById}
              placeholder={say.theTeam}
              options={people}
            />
          )}
          <Select
            label={say.about}
            value={aboutId}
            onChange={setAboutId}
            placeholder={say.aboutNobody}
            options={people}
          />
          {goals.length > 0 && (
            <Select
              label={say.forGoal}
              value={goalId}
              onChange={setGoalId}
              placeholder={say.noGoal}
              options={goals.map((goal, index) => ({
                value: goal.id,
                label: `${index + 1}. ${goal.text}`,
              }))}
            />
          )}
          <Button type="submit">{say.putUp}</Button>
        </div>
      )}
    </form>
  );
}
