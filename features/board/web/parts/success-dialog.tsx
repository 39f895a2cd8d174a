import { type FormEvent, useId, useState } from 'react';
import type { Success } from '#features/board/domain';
import { openGoals } from '#features/goals/domain';
import { namedMembers } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, Select, Stack, TextArea } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';

export function SuccessDialog({ success, onClose }: { success: Success; onClose: () => void }) {
  const { state, send } = useBoard();
  const say = useMessages(messages);
  const form = useId();
  const [text, setText] = useState(success.text);
  const [byId, setById] = useState(success.byId ?? '');
  const [aboutId, setAboutId] = useState(success.aboutId ?? '');
  const [goalId, setGoalId] = useState(success.goalId ?? '');
  const people = namedMembers(state).map(({ id, name }) => ({ value: id, label: name }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const payload = {
      successId: success.id,
      text: text.replace(/\s+/g, ' '),
      byId: byId || null,
      aboutId: aboutId || null,
      goalId: goalId || null,
    };
    if (await send('success.edit', payload, say.successChanged)) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={say.changeSuccess}
      closeLabel={say.close}
      keepOpen
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button kind="primary" type="submit" form={form}>
            {say.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void save(event)}>
        <Stack>
          <TextArea label={say.text} value={text} onChange={setText} maxLength={280} required />
          <Select label={say.by} value={byId} onChange={setById} placeholder={say.theTeam} options={people} />
          <Select
            label={say.about}
            value={aboutId}
            onChange={setAboutId}
            placeholder={say.aboutNobody}
            options={people}
          />
          <Select
            label={say.forGoal}
            value={goalId}
            onChange={setGoalId}
            placeholder={say.noGoal}
            options={openGoals(state).map((goal, index) => ({
              value: goal.id,
              label: `${index + 1}. ${goal.text}`,
            }))}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
