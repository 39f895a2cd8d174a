import { useState } from 'react';
import { namedPeople } from '#features/people/domain';
import type { VisitPair } from '#features/visits/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { FormDialog } from '#packages/pages/form';
import { Select, TextField } from '#packages/ui';
import { DayField, TimeField } from '#packages/ui/days';
import { useVisits } from './use-visits.ts';
import { useVisitTitle } from './visit-line.tsx';
import { messages } from './visit-messages.ts';
import styles from './visits.module.css';

/** Agree on a visit, or change what was agreed: a pair, a day that may come later, the question to look with. */
export function VisitDialog({ visit, onClose }: { visit: VisitPair | null; onClose: () => void }) {
  const { state, today, memberId, send } = useVisits();
  const say = useMessages(messages);
  const titleOf = useVisitTitle();
  const [visitorId, setVisitorId] = useState(visit?.visitorId ?? memberId ?? '');
  const [visitedId, setVisitedId] = useState(visit?.visitedId ?? '');
  const [alsoVisitorId, setAlsoVisitorId] = useState(visit?.alsoVisitorId ?? '');
  const [day, setDay] = useState(visit?.day ?? '');
  const [startsAt, setStartsAt] = useState(visit?.startsAt ?? '');
  const [question, setQuestion] = useState(visit?.viewingQuestion ?? '');
  const [missing, setMissing] = useState(false);

  const team = namedPeople(state);
  const without = (...ids: string[]) =>
    team.filter(({ id }) => !ids.includes(id)).map(({ id, name }) => ({ value: id, label: name }));

  const save = () => {
    const complete = visitorId !== '' && visitedId !== '';
    setMissing(!complete);
    if (!complete) return false;
    const described = {
      visitorId,
      visitedId,
      alsoVisitorId: alsoVisitorId || null,
      day: day || null,
      startsAt: startsAt || null,
      viewingQuestion: question.trim() || null,
    };
    const title = titleOf({
      ...described,
      id: '',
      tookPlaceOn: null,
      addedAt: '',
      removedAt: null,
    });
    return visit
      ? send('visitPair.edit', { visitPairId: visit.id, ...described }, say.changed)
      : send('visitPair.plan', { id: newId(), ...described }, say.planned(title));
  };

  const remove = (gone: VisitPair) =>
    send('visitPair.remove', { visitPairId: gone.id }, say.removed(titleOf(gone)));

  return (
    <FormDialog
      title={visit ? say.changeVisit : say.planVisit}
      onClose={onClose}
      onSave={save}
      onRemove={visit ? () => remove(visit) : undefined}
    >
      <div className={styles.pair}>
        <Select
          label={say.visitor}
          value={visitorId}
          onChange={setVisitorId}
          placeholder={say.choose}
          options={without(visitedId, alsoVisitorId)}
          error={missing && visitorId === '' ? say.missing : undefined}
        />
        <Select
          label={say.visited}
          value={visitedId}
          onChange={setVisitedId}
          placeholder={say.choose}
          options={without(visitorId, alsoVisitorId)}
          error={missing && visitedId === '' ? say.missing : undefined}
        />
      </div>
      <div className={styles.pair}>
        <DayField label={say.day} hint={say.dayHint} today={today} value={day} onChange={setDay} />
        <TimeField label={say.startsAt} value={startsAt} onChange={setStartsAt} />
      </div>
      <TextField
        label={say.viewingQuestion}
        hint={say.viewingQuestionHint}
        value={question}
        onChange={setQuestion}
        maxLength={200}
      />
      <Select
        label={say.alsoVisitor}
        value={alsoVisitorId}
        onChange={setAlsoVisitorId}
        placeholder={say.nobodyElse}
        options={without(visitorId, visitedId)}
      />
    </FormDialog>
  );
}
