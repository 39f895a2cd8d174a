import { useState } from 'react';
import { namedPeople } from '#features/people/domain';
import type { PlannedSession } from '#features/rhythm/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { type Day, isDay, newId } from '#packages/kernel';
import { FormDialog } from '#packages/pages/form';
import { Button, Select, TextArea, TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { messages } from './rhythm-messages.ts';
import { useRhythm } from './use-rhythm.ts';

/** What the team plans for one date: subject, leader, a note; or that there is no session. */
export function SessionDialog({
  day: firstDay,
  planned,
  onClose,
}: {
  day: Day;
  planned: PlannedSession | null;
  onClose: () => void;
}) {
  const { state, send, today } = useRhythm();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const [day, setDay] = useState(firstDay);
  const [subject, setSubject] = useState(planned?.subject ?? '');
  const [leaderId, setLeaderId] = useState(planned?.leaderId ?? '');
  const [note, setNote] = useState(planned?.note ?? '');
  const spoken = sayDay(firstDay, today, language);

  const save = () => {
    if (!isDay(day)) return false;
    const described = { day, subject: subject.trim() || null, leaderId: leaderId || null, note };
    return planned
      ? send('plannedSession.edit', { plannedSessionId: planned.id, ...described }, say.sessionSaved)
      : send(
          'plannedSession.add',
          { id: newId(), ...described },
          say.sessionPlanned(sayDay(day, today, language)),
        );
  };

  const callOff = async () => {
    if (await send('plannedSession.callOff', { id: newId(), day: firstDay }, say.wentOff(spoken))) onClose();
  };

  return (
    <FormDialog
      title={`${say.sessionTitle} · ${spoken}`}
      onClose={onClose}
      onSave={save}
      aside={
        <Button kind="quiet" onClick={() => void callOff()}>
          {say.callOff}
        </Button>
      }
    >
      <TextField label={say.sessionSubject} value={subject} onChange={setSubject} maxLength={200} />
      <Select
        label={say.sessionLeader}
        value={leaderId}
        onChange={setLeaderId}
        placeholder={say.byRota}
        options={namedPeople(state).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DayField label={say.day} today={today} value={day} onChange={setDay} min={today} required />
      <TextArea label={say.note} value={note} onChange={setNote} maxLength={1000} />
    </FormDialog>
  );
}
