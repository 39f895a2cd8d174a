import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import { currentMembers, type Member } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { field } from '#packages/kernel';
import { pageMessages } from '#packages/pages';
import { Button, Checkbox, Dialog, Row, Stack, TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { usePeople } from '../../use-people.ts';
import styles from './members.module.css';
import { messages } from './messages.ts';
import { schoolDays, workDaysOf } from './presence.ts';

const name80 = field.line(80);
const letters3 = field.line(3);

/** Name, letters, working days and absence of a colleague (rule P4), and the way out of the team (P3). */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const say = useMessages(messages);
  const { may, memberId } = usePeople();
  const { close } = useMessages(pageMessages);
  const [isTakingOut, setTakingOut] = useState(false);
  const mayTakeOut = may('team.manage') && member.id !== memberId;
  if (isTakingOut || !may('team.note'))
    return <TakeOutDialog member={member} onClose={onClose} onBack={() => setTakingOut(false)} />;
  return (
    <Dialog open keepOpen onClose={onClose} title={say.memberTitle(member.name)} closeLabel={close}>
      <MemberForm
        member={member}
        onClose={onClose}
        onTakeOut={mayTakeOut ? () => setTakingOut(true) : null}
      />
    </Dialog>
  );
}

function MemberForm({
  member,
  onClose,
  onTakeOut,
}: {
  member: Member;
  onClose: () => void;
  onTakeOut: (() => void) | null;
}) {
  const say = useMessages(messages);
  const { cancel } = useMessages(pageMessages);
  const { state, today, send } = usePeople();
  const [name, setName] = useState(member.name);
  const [initials, setInitials] = useState(member.initials);
  const [days, setDays] = useState<readonly number[]>(workDaysOf(member));
  const [away, setAway] = useState(member.awayUntil ?? '');
  const [isTried, setTried] = useState(false);
  const readName = z.safeParse(name80, name);
  const readInitials = z.safeParse(letters3, initials);
  const other = currentMembers(state).find(
    ({ id, initials: theirs }) => id !== member.id && theirs.toLowerCase() === initials.trim().toLowerCase(),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!readName.success || !readInitials.success || other) return;
    const described = {
      memberId: member.id,
      name: readName.data,
      initials: readInitials.data,
      workDays: [...days],
      awayUntil: away === '' ? null : away,
    };
    if (await send('member.describe', described, say.saved(described.name))) onClose();
  };
  const toggle = (day: number, on: boolean) =>
    setDays((before) => (on ? [...before, day] : before.filter((known) => known !== day)));

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <div className={styles.pair}>
          <TextField
            label={say.name}
            error={isTried && !readName.success ? say.nameMissing : undefined}
            value={name}
            onChange={setName}
            maxLength={80}
          />
          <TextField
            label={say.initials}
            hint={say.initialsHint}
            error={
              other
                ? say.initialsTaken(other.name)
                : isTried && !readInitials.success
                  ? say.initialsWrong
                  : undefined
            }
            value={initials}
            onChange={setInitials}
            maxLength={3}
          />
        </div>
        <fieldset>
          <legend className={styles.legend}>{say.workDays}</legend>
          <div className={styles.days}>
            {schoolDays.map((day) => (
              <Checkbox
                key={day}
                label={say.days[day]}
                checked={days.includes(day)}
                onChange={(on) => toggle(day, on)}
              />
            ))}
          </div>
        </fieldset>
        <Row align="end">
          <DayField
            label={say.away}
            hint={say.awayHint}
            today={today}
            min={today}
            quick="none"
            value={away}
            onChange={setAway}
          />
          {away !== '' && (
            <Button kind="quiet" onClick={() => setAway('')}>
              {say.backAgain}
            </Button>
          )}
        </Row>
        <Row spread>
          {onTakeOut ? (
            <Button kind="danger" onClick={onTakeOut}>
              {say.takeOut}
            </Button>
          ) : (
            <span />
          )}
          <Row>
            <Button kind="quiet" onClick={onClose}>
              {cancel}
            </Button>
            <Button kind="primary" type="submit">
              {say.save}
            </Button>
          </Row>
        </Row>
      </Stack>
    </form>
  );
}

function TakeOutDialog({
  member,
  onClose,
  onBack,
}: {
  member: Member;
  onClose: () => void;
  onBack: () => void;
}) {
  const say = useMessages(messages);
  const { close, cancel } = useMessages(pageMessages);
  const { send, may } = usePeople();
  const takeOut = async () => {
    if (await send('member.leave', { memberId: member.id }, say.takenOut(member.name))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.takeOutTitle(member.name)}
      closeLabel={close}
      footer={
        <>
          <Button kind="quiet" onClick={may('team.note') ? onBack : onClose}>
            {cancel}
          </Button>
          <Button kind="danger" onClick={() => void takeOut()}>
            {say.takeOut}
          </Button>
        </>
      }
    >
      <p>{say.takeOutText(member.name)}</p>
      <p>{say.takeOutBack}</p>
    </Dialog>
  );
}
