import { type FormEvent, useState } from 'react';
import { fixedMomentOf } from '#features/rhythm/domain';
import { commonMessages } from '#packages/i18n';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, Row, Select, TextField } from '#packages/ui';
import { TimeField } from '#packages/ui/days';
import styles from '../forms.module.css';
import { useRhythm } from '../use-rhythm.ts';
import { messages } from './planning-messages.ts';

/** The weekly moment: the strongest ingredient there is. */
export function MomentSection() {
  const { state, may, send } = useRhythm();
  const say = useMessages(messages);
  const moment = fixedMomentOf(state);
  const [open, setOpen] = useState(false);
  const mayArrange = may('rhythm.arrange');

  return (
    <Card>
      <h2>{say.momentTitle}</h2>
      {moment ? (
        <p className={styles.strong}>
          {say.moment(say.weekdays[moment.weekday - 1] ?? '', moment.startsAt, moment.minutes)}
          {moment.place && `, ${moment.place}`}
        </p>
      ) : (
        <p>{say.noMoment}</p>
      )}
      <p className={styles.quiet}>{say.momentText}</p>
      {mayArrange &&
        (open ? (
          <MomentForm onDone={() => setOpen(false)} />
        ) : (
          <Row gap={2}>
            <Button onClick={() => setOpen(true)}>{moment ? say.changeMoment : say.setMoment}</Button>
            {moment && (
              <Button kind="quiet" onClick={() => void send('fixedMoment.clear', {}, say.momentCleared)}>
                {say.clearMoment}
              </Button>
            )}
          </Row>
        ))}
    </Card>
  );
}

function MomentForm({ onDone }: { onDone: () => void }) {
  const { state, send } = useRhythm();
  const say = useMessages(messages);
  const common = useMessages(commonMessages);
  const moment = fixedMomentOf(state);
  const [weekday, setWeekday] = useState(String(moment?.weekday ?? 2));
  const [startsAt, setStartsAt] = useState(moment?.startsAt ?? '15:45');
  const [minutes, setMinutes] = useState(String(moment?.minutes ?? 15));
  const [place, setPlace] = useState(moment?.place ?? '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const payload = {
      weekday: Number(weekday),
      startsAt,
      minutes: Number(minutes),
      place: place.trim() || null,
    };
    if (await send('fixedMoment.set', payload, say.momentSet)) onDone();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <div className={styles.beside}>
        <Select
          label={say.weekday}
          value={weekday}
          onChange={setWeekday}
          options={say.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
        />
        <TimeField label={say.startsAt} value={startsAt} onChange={setStartsAt} required />
        <TextField
          label={say.minutes}
          type="number"
          min={5}
          max={60}
          value={minutes}
          onChange={setMinutes}
          required
        />
        <TextField label={say.place} value={place} onChange={setPlace} maxLength={80} />
      </div>
      <Row gap={2}>
        <Button kind="primary" type="submit">
          {common.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {common.cancel}
        </Button>
      </Row>
    </form>
  );
}
