import { useState } from 'react';
import type { Success } from '#features/board/domain';
import { openGoals } from '#features/goals/domain';
import { namedPeople } from '#features/people/domain';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useWaiting } from '#packages/sync/react';
import { Icon, later, Menu, Note, VisuallyHidden } from '#packages/ui';
import { useBoard, useCallName } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

const SuccessDialog = later(async () => (await import('./success-dialog.tsx')).SuccessDialog);

export function SuccessNote({ success, fresh = false }: { success: Success; fresh?: boolean }) {
  const { state, may, send } = useBoard();
  const say = useMessages(messages);
  const called = useCallName();
  const isWaiting = useWaiting();
  const [editing, setEditing] = useState(false);
  const mayWrite = may('board.takePart');

  const by = called(success.byId) ?? say.theTeam;
  const about = called(success.aboutId);
  const goal = openGoals(state).findIndex(({ id }) => id === success.goalId);
  const waiting = isWaiting(success.id);

  return (
    <Note
      as="li"
      record={success.id}
      fresh={fresh}
      waiting={waiting}
      remark={waiting && say.notSent}
      signature={
        <span className={styles.signature}>
          <span>
            {about === null ? by : say.signed(by, about)}
            {goal >= 0 && ` · ${say.atGoal(goal + 1)}`}
          </span>
          <Cheers success={success} mayWrite={mayWrite} />
        </span>
      }
      actions={
        mayWrite && (
          <Menu
            label={say.optionsFor(success.text)}
            icon={<Icon name="more" />}
            items={[
              {
                id: 'edit',
                label: say.edit,
                icon: <Icon name="edit" />,
                onSelect: () => setEditing(true),
              },
              {
                id: 'remove',
                label: say.remove,
                icon: <Icon name="trash" />,
                onSelect: () => void send('success.remove', { successId: success.id }, say.successRemoved),
              },
            ]}
          />
        )
      }
    >
      {success.text}
      {editing && <SuccessDialog success={success} onClose={() => setEditing(false)} />}
    </Note>
  );
}

/** One tap to cheer along; on the wall somebody says for whom. */
function Cheers({ success, mayWrite }: { success: Success; mayWrite: boolean }) {
  const { state, memberId, send } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const called = useCallName();
  const count = success.cheeredBy.length;
  const names = sayList(
    success.cheeredBy.map((id) => called(id) ?? ''),
    language,
  );
  const cheer = (id: string) =>
    void send('success.cheer', {
      successId: success.id,
      memberId: id,
      cheer: !success.cheeredBy.includes(id),
    });
  if (!mayWrite) {
    return count === 0 ? null : (
      <span className={styles.cheer} title={say.cheered(names)}>
        <Icon name="star" />
        {count}
      </span>
    );
  }
  if (memberId === null) {
    return (
      <span className={styles.cheers}>
        {count > 0 && <span title={say.cheered(names)}>{count}</span>}
        <Menu
          label={say.cheerFor(success.text)}
          icon={<Icon name="star" />}
          className={styles.cheer ?? ''}
          items={namedPeople(state).map(({ id, name }) => ({
            id,
            label: name,
            chosen: success.cheeredBy.includes(id),
            onSelect: () => cheer(id),
          }))}
        />
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles.cheer}
      aria-pressed={success.cheeredBy.includes(memberId)}
      title={count > 0 ? say.cheered(names) : say.cheer}
      onClick={() => cheer(memberId)}
    >
      <Icon name="star" />
      {count > 0 && <span>{count}</span>}
      <VisuallyHidden>{say.cheerFor(success.text)}</VisuallyHidden>
    </button>
  );
}
