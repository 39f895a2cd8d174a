import { useState } from 'react';
import { namedPeople } from '#features/people/domain';
import { type ProgrammeItem, programmeItemsOf } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { FormDialog } from '#packages/pages/form';
import { Button, Checkbox, Grid, Icon, Row, TextField } from '#packages/ui';
import { messages } from './rhythm-messages.ts';
import { useRhythm } from './use-rhythm.ts';

/** Change one line of the programme: what, how long, who, its place. */
export function ProgrammeItemDialog({ item, onClose }: { item: ProgrammeItem; onClose: () => void }) {
  const { state, send } = useRhythm();
  const say = useMessages(messages);
  const [subject, setSubject] = useState(item.subject);
  const [minutes, setMinutes] = useState(item.minutes?.toString() ?? '');
  const [memberIds, setMemberIds] = useState<readonly string[]>(item.memberIds);
  const [who, setWho] = useState(item.who ?? '');
  const [wrong, setWrong] = useState(false);
  const place = programmeItemsOf(state, item.day).findIndex((other) => other.id === item.id);
  const last = programmeItemsOf(state, item.day).length - 1;

  const save = () => {
    const count = minutes.trim() === '' ? null : Number(minutes);
    const fits = count === null || (Number.isInteger(count) && count >= 1 && count <= 240);
    setWrong(!fits);
    if (!fits || subject.trim() === '') return false;
    const payload = {
      programmeItemId: item.id,
      subject,
      minutes: count,
      memberIds: [...memberIds],
      who: who.trim() || null,
    };
    return send('programmeItem.edit', payload, say.itemChanged);
  };

  const move = (index: number) =>
    void send('programmeItem.move', { programmeItemId: item.id, index }, say.itemChanged);

  const remove = () =>
    send('programmeItem.remove', { programmeItemId: item.id }, say.itemRemoved(item.subject));

  return (
    <FormDialog title={say.itemTitle} onClose={onClose} onSave={save} onRemove={remove}>
      <TextField label={say.itemSubject} value={subject} onChange={setSubject} maxLength={200} required />
      <TextField
        label={say.minutes}
        hint={say.minutesHint}
        error={wrong ? say.minutesWrong : undefined}
        value={minutes}
        onChange={setMinutes}
        inputMode="numeric"
        size={4}
      />
      <fieldset>
        <legend>
          <strong>{say.who}</strong>
        </legend>
        <Grid minimum="small" gap={1}>
          {namedPeople(state).map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={memberIds.includes(id)}
              onChange={(chosen) =>
                setMemberIds((now) => (chosen ? [...now, id] : now.filter((other) => other !== id)))
              }
            />
          ))}
        </Grid>
      </fieldset>
      <TextField
        label={say.whoWords}
        placeholder={say.whoWordsExample}
        value={who}
        onChange={setWho}
        maxLength={80}
      />
      <Row gap={2}>
        <Button icon={<Icon name="up" />} disabled={place <= 0} onClick={() => move(place - 1)}>
          {say.earlier}
        </Button>
        <Button icon={<Icon name="down" />} disabled={place >= last} onClick={() => move(place + 1)}>
          {say.later}
        </Button>
      </Row>
    </FormDialog>
  );
}
