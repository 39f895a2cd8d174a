import { type FormEvent, useId, useState } from 'react';
import { type Action, type ActionKind, actionKinds, openGoals } from '#features/goals/domain';
import { currentPeople } from '#features/people/domain';
import { useSaidName } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import type { Day } from '#packages/kernel';
import type { Kind } from '#packages/sync';
import { Button, Checkbox, ChoiceGroup, Dialog, Icon, Select, TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { shortened } from '../goals/goal-view.ts';
import { useGoals } from '../use-goals.ts';
import styles from './action-dialog.module.css';
import { dayChoices } from './action-list.ts';
import { actionMessages } from './action-messages.ts';
import { useActionChanges } from './use-action-changes.ts';

type Filled = {
  text: string;
  kind: ActionKind;
  ownerId: string | null;
  alsoIds: readonly string[];
  goalId: string | null;
  due: Day | null;
};

/** Everything of an action, to change or to take away. */
export function ActionDialog({ actionId, onClose }: { actionId: string; onClose: () => void }) {
  const { state } = useGoals();
  const action = state.action.get(actionId);
  return action && action.removedAt === null ? <OpenAction action={action} onClose={onClose} /> : null;
}

function OpenAction({ action, onClose }: { action: Action; onClose: () => void }) {
  const { state, today, send, may } = useGoals();
  const say = useMessages(actionMessages);
  const changes = useActionChanges(action);
  const formId = useId();
  const { kind, text, ownerId, alsoIds, goalId, due } = action;
  const [filled, setFilled] = useState<Filled>({ kind, text, ownerId, alsoIds, goalId, due });
  const [isTried, setTried] = useState(false);
  const fill = (part: Partial<Filled>) => setFilled((now) => ({ ...now, ...part }));
  const members = currentPeople(state);
  const trimmed = filled.text.trim();
  const said = useSaidName();
  const owner = filled.ownerId === null ? undefined : state.member.get(filled.ownerId);

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (trimmed === '') return;
    const isKept = await send(
      'action.edit',
      { actionId: action.id, ...filled, text: trimmed, alsoIds: [...filled.alsoIds] },
      say.did.edited,
    );
    if (isKept) onClose();
  };

  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={say.dialogTitle}
      closeLabel={say.close}
      footer={
        may('actions.take') && (
          <>
            <Button
              kind="danger"
              icon={<Icon name="trash" />}
              onClick={() => {
                onClose();
                void changes.remove();
              }}
            >
              {say.remove}
            </Button>
            <Button onClick={onClose}>{say.cancel}</Button>
            <Button kind="primary" type="submit" form={formId}>
              {say.save}
            </Button>
          </>
        )
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void keep(event)}>
        <TextField
          label={say.text}
          value={filled.text}
          onChange={(value) => fill({ text: value })}
          maxLength={300}
          error={isTried && trimmed === '' ? say.textMissing : undefined}
        />
        <Select
          label={say.owner}
          value={filled.ownerId ?? ''}
          placeholder={say.wholeTeam}
          options={[
            ...(owner && owner.leftOn !== null
              ? [{ value: owner.id, label: say.gone(said(owner.name)) }]
              : []),
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) =>
            fill({
              ownerId: id === '' ? null : id,
              alsoIds: filled.alsoIds.filter((also) => also !== id),
            })
          }
        />
        {members.length > 1 && (
          <details className={styles.also} open={filled.alsoIds.length > 0}>
            <summary>{say.also}</summary>
            <div className={styles.members}>
              {members
                .filter(({ id }) => id !== filled.ownerId)
                .map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    label={name}
                    checked={filled.alsoIds.includes(id)}
                    onChange={(isIn) =>
                      fill({
                        alsoIds: isIn
                          ? [...filled.alsoIds, id]
                          : filled.alsoIds.filter((also) => also !== id),
                      })
                    }
                  />
                ))}
            </div>
          </details>
        )}
        <DayField
          label={say.due}
          today={today}
          quick={dayChoices(state, today).map(({ day }) => day)}
          value={filled.due ?? ''}
          onChange={(day) => fill({ due: day === '' ? null : day })}
        />
        <ChoiceGroup
          legend={say.kindAsk}
          value={filled.kind}
          choices={actionKinds.map((value) => ({ value, label: say.kind[value] }))}
          onChange={(value) => fill({ kind: value })}
        />
        <Select
          label={say.goalAsk}
          value={filled.goalId ?? ''}
          placeholder={say.noGoal}
          options={goalOptions(openGoals(state), filled.goalId, state.goal, say.goalChoice)}
          onChange={(id) => fill({ goalId: id === '' ? null : id })}
        />
      </form>
    </Dialog>
  );
}

/** Open goals by their number; the goal that the action already has, even when it is closed. */
function goalOptions(
  open: readonly { readonly id: string; readonly text: string }[],
  chosen: string | null,
  all: Kind<{ readonly id: string; readonly text: string }>,
  name: (place: number, text: string) => string,
) {
  const options = open.map(({ id, text }, index) => ({
    value: id,
    label: name(index + 1, shortened(text, 60)),
  }));
  const closed = chosen === null || open.some(({ id }) => id === chosen) ? undefined : all.get(chosen);
  return closed ? [...options, { value: closed.id, label: shortened(closed.text, 60) }] : options;
}
