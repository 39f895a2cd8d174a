import { type FormEvent, useId, useState } from 'react';
import type { Goal } from '#features/goals/domain';
import { currentMembers } from '#features/people/domain';
import { currentPeriod } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { type Day, newId } from '#packages/kernel';
import { Button, Dialog, Select, TextArea, TextField, useDraft } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { useGoals } from '../use-goals.ts';
import styles from './goal-form.module.css';
import { goalMessages } from './goal-messages.ts';
import { MarkPicker } from './mark-picker.tsx';

type Filled = {
  text: string;
  pupils: string;
  target: number;
  baseline: number | null;
  weeks: number;
  startedOn: Day | '';
  ownerId: string | null;
};

const WEEKS = [4, 5, 6, 7, 8];
const VERBS = ['know', 'can', 'do', 'feel'] as const;

/** A goal, new or changed. What was filled in stays until it is on the board. */
export function GoalForm({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  const { state, teamId, today, memberId, send } = useGoals();
  const say = useMessages(goalMessages);
  const formId = useId();
  const [isTried, setTried] = useState(false);
  const [draft, setDraft] = useDraft(teamId, 'goal');
  const [filled, setFilled] = useState<Filled>(() => ({
    text: goal?.text ?? '',
    pupils: goal?.pupils ?? '',
    target: goal?.target ?? 8,
    baseline: null,
    weeks: goal?.weeks ?? 6,
    startedOn: goal?.startedOn ?? today,
    ownerId: goal?.ownerId ?? null,
    ...(goal === null && draft !== '' ? (JSON.parse(draft) as Partial<Filled>) : {}),
  }));
  const fill = (part: Partial<Filled>) => {
    const next = { ...filled, ...part };
    setFilled(next);
    if (goal === null) setDraft(JSON.stringify(next));
  };
  const text = filled.text.replace(/\s+/g, ' ').trim();

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { target, weeks, startedOn, ownerId, baseline } = filled;
    if (text === '' || startedOn === '') return;
    const pupils = filled.pupils.trim() === '' ? null : filled.pupils.trim();
    const described = { text, pupils, target, weeks, startedOn, ownerId };
    const isKept = goal
      ? await send('goal.edit', { goalId: goal.id, ...described, periodId: goal.periodId }, say.did.edited)
      : await send(
          'goal.add',
          {
            id: newId(),
            ...described,
            periodId: currentPeriod(state, today)?.id ?? null,
            baseline: baseline === null ? null : { id: newId(), value: baseline, byMemberId: memberId },
          },
          say.did.added,
        );
    if (!isKept) return;
    if (goal === null) setDraft('');
    onClose();
  };

  return (
    <Dialog
      open
      keepOpen
      size="wide"
      onClose={onClose}
      title={goal ? say.formTitleEdit : say.formTitleNew}
      closeLabel={say.closeDialog}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button kind="primary" type="submit" form={formId}>
            {goal ? say.saveEdit : say.saveNew}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void keep(event)}>
        <div className={styles.text}>
          <TextArea
            label={say.text}
            hint={say.textHint}
            error={isTried && text === '' ? say.textMissing : undefined}
            placeholder={say.textExample}
            value={filled.text}
            onChange={(value) => fill({ text: value })}
            maxLength={300}
            rows={2}
            autoFocus
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          {text === '' && (
            <fieldset className={styles.starters}>
              <legend>{say.starters(filled.pupils.trim())}</legend>
              {VERBS.map((verb) => (
                <Button
                  key={verb}
                  size="small"
                  onClick={() => fill({ text: say.starterText(filled.pupils.trim(), say.starter[verb]) })}
                >
                  {say.starter[verb]} …
                </Button>
              ))}
            </fieldset>
          )}
        </div>
        <div className={styles.pair}>
          <TextField
            label={say.pupils}
            hint={say.pupilsHint}
            value={filled.pupils}
            onChange={(pupils) => fill({ pupils })}
            maxLength={80}
          />
          <Select
            label={say.owner}
            value={filled.ownerId ?? ''}
            onChange={(id) => fill({ ownerId: id === '' ? null : id })}
            placeholder={say.nobody}
            options={currentMembers(state).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <MarkPicker
          endsShown
          legend={say.targetAsk}
          value={filled.target}
          onChange={(target) => fill({ target })}
        />
        {goal === null && (
          <div>
            <MarkPicker
              legend={say.baselineAsk}
              value={filled.baseline}
              onChange={(baseline) => fill({ baseline })}
              target={filled.target}
            />
            <p className={styles.hint}>{say.baselineHint}</p>
          </div>
        )}
        <div className={styles.pair}>
          <Select
            label={say.weeks}
            value={String(filled.weeks)}
            onChange={(weeks) => fill({ weeks: Number(weeks) })}
            options={WEEKS.map((weeks) => ({ value: String(weeks), label: say.weeksChoice(weeks) }))}
          />
          <DayField
            label={say.startedOn}
            today={today}
            value={filled.startedOn}
            onChange={(startedOn) => fill({ startedOn })}
            required
          />
        </div>
      </form>
    </Dialog>
  );
}
