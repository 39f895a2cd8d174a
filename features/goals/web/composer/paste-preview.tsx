import { type FormEvent, useId, useState } from 'react';
import { type ActionKind, actionKinds, openGoals } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, Dialog, Select } from '#packages/ui';
import { actionMessages } from '../actions/action-messages.ts';
import { shortened } from '../goals/goal-view.ts';
import { useGoals } from '../use-goals.ts';
import { composerMessages } from './composer-messages.ts';
import type { ReadingSetting } from './composer-view.ts';
import styles from './paste-preview.module.css';
import { PastedLine } from './pasted-line.tsx';
import { correctRow, MOST_AT_ONCE, pastedRows, rowsToAdd } from './pasted-rows.ts';

type Props = {
  text: string;
  setting: ReadingSetting;
  kind: ActionKind;
  goalId: string | null;
  onClose: () => void;
};

/** Several pasted lines, each as it was understood: put right, leave out, and add them all. */
export function PastePreview({ text, setting, onClose, ...usual }: Props) {
  const { state, send } = useGoals();
  const say = useMessages(composerMessages);
  const words = useMessages(actionMessages);
  const formId = useId();
  const [rows, setRows] = useState(() => pastedRows(text, setting));
  const [kind, setKind] = useState<ActionKind>(usual.kind);
  const [goalId, setGoalId] = useState(usual.goalId);
  const goals = openGoals(state);
  const adding = rowsToAdd(rows);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (adding.length === 0) return;
    const isKept = await send(
      'action.addMany',
      {
        actions: adding.map((row) => ({
          id: newId(),
          kind,
          text: row.text.trim(),
          ownerId: row.ownerId,
          alsoIds: row.alsoIds.filter((id) => id !== row.ownerId),
          goalId,
          due: row.due,
        })),
      },
      words.did.addedMany(adding.length),
    );
    if (!isKept) return;
    const added = new Set(adding.map(({ key }) => key));
    const left = rows.filter((row) => !added.has(row.key));
    if (rowsToAdd(left).length === 0) onClose();
    else setRows(left);
  };

  return (
    <Dialog
      open
      keepOpen
      size="wide"
      onClose={onClose}
      title={say.pasteTitle(rows.length)}
      closeLabel={say.close}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} disabled={adding.length === 0}>
            {say.addAll(adding.length)}
          </Button>
        </>
      }
    >
      <p>{say.pasteText}</p>
      {rows.length > MOST_AT_ONCE && <p>{say.pasteText50}</p>}
      <form id={formId} className={styles.form} onSubmit={(event) => void add(event)}>
        <div className={styles.selects}>
          <Select
            label={words.kindAsk}
            value={kind}
            options={actionKinds.map((value) => ({ value, label: words.kind[value] }))}
            onChange={(value) => setKind(value as ActionKind)}
          />
          {goals.length > 0 && (
            <Select
              label={words.goalAsk}
              value={goalId ?? ''}
              placeholder={words.noGoal}
              options={goals.map(({ id, text: goal }, index) => ({
                value: id,
                label: words.goalChoice(index + 1, shortened(goal, 40)),
              }))}
              onChange={(id) => setGoalId(id === '' ? null : id)}
            />
          )}
        </div>
        <ol className={styles.rows}>
          {rows.map((row) => (
            <PastedLine
              key={row.key}
              row={row}
              today={setting.today}
              people={setting.people}
              onCorrect={(correction) => setRows((now) => correctRow(now, row.key, correction))}
            />
          ))}
        </ol>
      </form>
    </Dialog>
  );
}
